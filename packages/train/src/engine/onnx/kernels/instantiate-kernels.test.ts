import { describe, expect, it } from 'vitest';
import { KERNEL_PARAMETERS } from '../../../graph/kernel-nodes/kernel-parameters.ts';
import { canRunKernels, instantiateKernels, KERNELS_END } from './instantiate-kernels.ts';
import { wasm } from './web-assembly.ts';

describe('the kernels', () => {
  it('run on channel blocks that are whole vectors, and fit their static data', () => {
    expect([1, 4, 8, 16, 32].map(canRunKernels)).toEqual([false, true, true, true, false]);
  });

  it('are those of the table of parameters', () => {
    const kernels = instantiateKernels(new wasm!.Memory({ initial: 2, maximum: 2, shared: true }));
    const names = Object.keys(kernels).filter((name) => name !== 'memory');
    expect(names.toSorted()).toEqual(Object.keys(KERNEL_PARAMETERS).toSorted());
  });

  it('write nothing behind their static data when they are loaded', () => {
    const memory = new wasm!.Memory({ initial: 2, maximum: 2, shared: true });
    new Uint8Array(memory.buffer, KERNELS_END).fill(255);
    instantiateKernels(memory);
    const behind = new Uint8Array(memory.buffer, KERNELS_END);
    expect(behind.every((byte) => byte === 255)).toBe(true);
  });
});
