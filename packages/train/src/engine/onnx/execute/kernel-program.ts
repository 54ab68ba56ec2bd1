import type { OnnxNode } from '../../../graph/ir/onnx-graph.ts';
import type { Heap } from './create-heap.ts';
import type { Kernels } from './instantiate-kernels.ts';
import type { Program } from './program.ts';

export interface KernelProgramOptions {
  readonly kernels: Kernels;
  readonly heap: Heap;
  /** Where the kernel's parameters go, and how much room they have, in bytes. */
  readonly parameters: readonly [start: number, length: number];
}

/** A kernel with the places of what it takes and makes. */
export function kernelProgram(
  { type, inputs, outputs, attributes }: OnnxNode,
  { kernels, heap, parameters }: KernelProgramOptions,
): Program {
  const kernel = kernels[type]!; // nodes are named as the kernels
  const fields = new DataView(heap.memory.buffer, ...parameters);
  for (const [index, attribute] of Object.values(attributes).entries()) {
    if ('int' in attribute) fields.setInt32(4 * index, attribute.int, true);
    else if ('float' in attribute) fields.setFloat32(4 * index, attribute.float, true);
    else throw new TypeError(`parameter ${index} of ${type} is no number`);
  }
  const names = [...inputs, ...outputs.map(({ name }) => name)];
  const addresses = [parameters[0], ...names.map((name) => heap.addressOf(name))];
  return () => kernel(...addresses);
}
