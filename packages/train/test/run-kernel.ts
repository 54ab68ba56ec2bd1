import { rngAt } from '@sprout/core';
import type { Attribute, Dimension } from '../src/graph/ir/onnx-graph.ts';
import {
  KERNEL_PARAMETERS,
  kernelParts,
  type KernelName,
  type KernelParameters,
} from '../src/graph/kernel-nodes/kernel-parameters.ts';
import { instantiateKernels, KERNELS_END } from '../src/engine/onnx/kernels/instantiate-kernels.ts';
import { wasm } from '../src/engine/onnx/kernels/web-assembly.ts';
import { writeParameters } from '../src/engine/onnx/execute/write-parameters.ts';

/** The size of the images in tests of kernels. */
export const BATCH = 2;
export const [HEIGHT, WIDTH] = [7, 9];

interface Numbers {
  readonly inputs: readonly Float32Array[];
  /** The lengths of the outputs. */
  readonly outputs: readonly number[];
}

/** Runs a kernel on a new memory that is filled with NaN. */
export function runKernel<Kernel extends KernelName>(
  kernel: Kernel,
  parameters: NoInfer<KernelParameters<Kernel>>,
  { inputs, outputs }: Numbers,
): Float32Array[] {
  const pages = 64;
  const memory = new wasm!.Memory({ initial: pages, maximum: pages, shared: true });
  const kernels = instantiateKernels(memory);
  new Float32Array(memory.buffer, KERNELS_END).fill(Number.NaN);
  const numberOf: Readonly<Record<string, Dimension>> = parameters;
  const attributes = Object.fromEntries(
    KERNEL_PARAMETERS[kernel].map(([name, type]): [string, Attribute] => [
      name,
      type === 'i32' ? { int: Number(numberOf[name]) } : { float: Number(numberOf[name]) },
    ]),
  );
  const node = { type: kernel, domain: '', name: kernel, inputs: [], outputs: [], attributes };
  writeParameters(new DataView(memory.buffer, KERNELS_END), node);
  let end = KERNELS_END + 128; // after the parameters
  const allocate = (length: number): Float32Array => {
    const array = new Float32Array(memory.buffer, end, length);
    end += array.byteLength + 16;
    return array;
  };
  const given = inputs.map((input) => {
    const copy = allocate(input.length);
    copy.set(input);
    return copy;
  });
  const made = outputs.map(allocate);
  const addresses = [...given, ...made].map((array) => array.byteOffset);
  for (let part = kernelParts(node) - 1; part >= 0; part--)
    kernels[kernel]!(KERNELS_END, part, part + 1, ...addresses); // in any order
  return made;
}

/** Normally distributed numbers that depend on the name and the length only. */
export function kernelNumbers(name: string, length: number): Float32Array {
  const rng = rngAt(0, ['kernels', name]);
  return Float32Array.from({ length }, () => rng.normal(0.3, 1));
}

/** Reorders images of two channel blocks, `[BATCH, 2 * block, height, width]`, to NCHWc: `[BATCH, 2, height, width, block]`. */
export function blockChannels(image: ArrayLike<number>, block: number): Float32Array {
  const plane = image.length / (BATCH * 2 * block);
  return Float32Array.from({ length: image.length }, (_, at) => {
    const [lane, pixel] = [at % block, Math.floor(at / block) % plane];
    const index = Math.floor(at / block / plane);
    return image[(index * block + lane) * plane + pixel]!;
  });
}

/** The planes of an image, of `size` numbers each. */
export function planes(image: Float32Array, size: number): Float32Array[] {
  return Array.from({ length: image.length / size }, (_, index) =>
    image.subarray(index * size, (index + 1) * size),
  );
}
