import type { OnnxNode } from '../../../graph/onnx-graph.ts';
import type { Heap } from './create-heap.ts';
import type { Kernels } from './instantiate-kernels.ts';
import type { Step } from './step.ts';

export interface KernelStepOptions {
  readonly kernels: Kernels;
  readonly heap: Heap;
  /** Where the kernel's parameters go, in bytes. */
  readonly parameters: number;
}

/** A kernel with the places of what it takes and makes. */
export function kernelStep(
  { type, inputs, outputs, attributes }: OnnxNode,
  { kernels, heap, parameters }: KernelStepOptions,
): Step {
  const kernel = kernels[type]!; // nodes are named as the kernels
  const fields = new DataView(heap.memory.buffer, parameters);
  for (const [index, attribute] of Object.values(attributes).entries()) {
    if ('int' in attribute) fields.setInt32(4 * index, attribute.int, true);
    else if ('float' in attribute) fields.setFloat32(4 * index, attribute.float, true);
  }
  const names = [...inputs, ...outputs.map(({ name }) => name)];
  const addresses = [parameters, ...names.map((name) => heap.addressOf(name))];
  return () => kernel(...addresses);
}
