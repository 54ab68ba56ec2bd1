import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { KERNEL_PARAMETERS } from '../../../graph/kernel-nodes/kernel-parameters.ts';
import { KERNELS_END } from './instantiate-kernels.ts';
import { wasm, type WasmMemory } from './web-assembly.ts';
import { KernelTeam, kernelTeam } from './kernel-team.ts';

const SIDE = 8;
const [IMAGES, RESULT] = [KERNELS_END + 1024, KERNELS_END + 2 ** 20];
const TAPS = 9;

/** im2col of images of one channel with windows of 3 x 3. */
const PARAMETERS = {
  channels: 1,
  height: SIDE,
  width: SIDE,
  rows: SIDE,
  columns: SIDE,
  windowHeight: 3,
  windowWidth: 3,
  strideHeight: 1,
  strideWidth: 1,
  top: 1,
  left: 1,
};

describe('a team of threads', () => {
  it('computes the same with any number of threads', async () => {
    const alone = memoryFor(40);
    compute(new KernelTeam(1), alone, 40);
    for (const threads of [2, 3]) {
      const team = new KernelTeam(threads);
      const memory = memoryFor(40);
      const run = team.kernelsOn(memory);
      for (let round = 0; round < 10; round++) {
        resultOf(memory, 40).fill(Number.NaN);
        run(callFor(40));
        expect(isEqual(resultOf(memory, 40), resultOf(alone, 40))).toBe(true);
        await setTimeout(20); // workers start meanwhile
      }
    }
  });

  it('computes in turns on several memories, which need not be used again', () => {
    const team = new KernelTeam(2);
    const memories = [3, 1, 7].map((batch) => ({ batch, memory: memoryFor(batch) }));
    for (const { batch, memory } of [...memories, ...memories]) {
      const alone = memoryFor(batch);
      compute(new KernelTeam(1), alone, batch);
      compute(team, memory, batch);
      expect(isEqual(resultOf(memory, batch), resultOf(alone, batch))).toBe(true);
    }
  });

  it('throws the error of a kernel', () => {
    const memory = memoryFor(2);
    const run = new KernelTeam(1).kernelsOn(memory);
    const beyond = memory.buffer.byteLength - 8;
    expect(() => run({ ...callFor(2), addresses: [IMAGES, beyond] })).toThrow('out of bounds');
  });

  it('is the same for the same number of threads', () => {
    expect(kernelTeam(2)).toBe(kernelTeam(2));
    expect(kernelTeam(1)).not.toBe(kernelTeam(2));
    expect(kernelTeam(500)).toBe(kernelTeam(16));
  });
});

function compute(team: KernelTeam, memory: WasmMemory, batch: number): void {
  team.kernelsOn(memory)(callFor(batch));
}

function callFor(batch: number) {
  return {
    kernel: 'im2col',
    parameters: KERNELS_END,
    addresses: [IMAGES, RESULT],
    parts: batch,
  };
}

/** A memory with parameters and images; the result is not written. */
function memoryFor(batch: number): WasmMemory {
  const memory = new wasm!.Memory({ initial: 24, maximum: 24, shared: true });
  const numbers: Readonly<Record<string, number>> = { ...PARAMETERS, batch };
  const fields = KERNEL_PARAMETERS.im2col.map(([name]) => numbers[name]!);
  new Int32Array(memory.buffer, KERNELS_END).set(fields);
  const images = new Float32Array(memory.buffer, IMAGES, batch * SIDE * SIDE);
  images.set(images.map((_, at) => at + 1));
  return memory;
}

function resultOf({ buffer }: WasmMemory, batch: number): Float32Array {
  return new Float32Array(buffer, RESULT, batch * TAPS * SIDE * SIDE);
}

function isEqual(left: Float32Array, right: Float32Array): boolean {
  return left.every((number, at) => number === right[at]);
}
