import type { Dimension, OnnxNode } from '../ir/onnx-graph.ts';

/** A field of a kernel's parameters: its name, and its type in AssemblyScript. */
export type KernelField = readonly [name: string, type: 'i32' | 'f32'];

/** Bytes of a field. */
const FIELD_BYTES = 4;

/** A window that slides over images in NCHWc. */
const SLIDING = [
  ['batch', 'i32'],
  ['blocks', 'i32'],
  ['channelBlock', 'i32'],
  ['height', 'i32'],
  ['width', 'i32'],
  ['rows', 'i32'],
  ['columns', 'i32'],
  ['windowHeight', 'i32'],
  ['windowWidth', 'i32'],
  ['strideHeight', 'i32'],
  ['strideWidth', 'i32'],
  ['top', 'i32'],
  ['left', 'i32'],
] as const;

const NORMALISE_POOL = [
  ...SLIDING,
  ['paddedHeight', 'i32'],
  ['epsilon', 'f32'],
  ['lowerLimit', 'f32'],
  ['upperLimit', 'f32'],
] as const;

const WINOGRAD = [
  ['batch', 'i32'],
  ['blocks', 'i32'],
  ['channelBlock', 'i32'],
  ['height', 'i32'],
  ['width', 'i32'],
  ['rows', 'i32'],
  ['columns', 'i32'],
  ['top', 'i32'],
  ['left', 'i32'],
  ['isPooled', 'i32'],
  ['lowerLimit', 'f32'],
  ['upperLimit', 'f32'],
] as const;

/**
 * The parameters of each kernel: the fields of the class of its first parameter in `packages/train/kernels`, where they are
 * documented, in the order of memory, without gaps. Lint compares both (`tools/build-kernels.mjs --check`).
 */
export const KERNEL_PARAMETERS = {
  depthwiseFilterGradient: SLIDING,
  depthwiseInputGradient: SLIDING,
  im2col: [
    ['batch', 'i32'],
    ['channels', 'i32'],
    ['height', 'i32'],
    ['width', 'i32'],
    ['rows', 'i32'],
    ['columns', 'i32'],
    ['windowHeight', 'i32'],
    ['windowWidth', 'i32'],
    ['strideHeight', 'i32'],
    ['strideWidth', 'i32'],
    ['top', 'i32'],
    ['left', 'i32'],
  ],
  normalisePool: NORMALISE_POOL,
  normalisePoolGradient: NORMALISE_POOL,
  shiftImage: [
    ['batch', 'i32'],
    ['channelBlock', 'i32'],
    ['blocks', 'i32'],
    ['height', 'i32'],
    ['width', 'i32'],
    ['rows', 'i32'],
    ['columns', 'i32'],
    ['windowWidth', 'i32'],
    ['left', 'i32'],
    ['lead', 'i32'],
    ['tail', 'i32'],
    ['imagesInside', 'i32'],
  ],
  winogradFilters: [
    ['filterBlocks', 'i32'],
    ['blocks', 'i32'],
    ['channelBlock', 'i32'],
  ],
  winogradInput: WINOGRAD,
  winogradOutput: WINOGRAD,
} as const satisfies Readonly<Record<string, readonly KernelField[]>>;

/** The names of all kernels. */
export const KERNEL_NAMES: readonly string[] = Object.keys(KERNEL_PARAMETERS);

/** By kernel: the parameter with the number of its parts, which may be computed in any order and at the same time. */
const KERNEL_PARTS = {
  depthwiseFilterGradient: 'blocks',
  depthwiseInputGradient: 'blocks',
  im2col: 'batch',
  normalisePool: 'blocks',
  normalisePoolGradient: 'blocks',
  shiftImage: 'batch',
  winogradFilters: 'filterBlocks',
  winogradInput: 'blocks',
  winogradOutput: 'blocks',
} as const satisfies { readonly [Kernel in KernelName]: keyof KernelParameters<Kernel> };

export type KernelName = keyof typeof KERNEL_PARAMETERS;

/** The numbers of a kernel's parameters, by field. The batch may be a symbolic dimension. */
export type KernelParameters<Kernel extends KernelName> = {
  readonly [Name in (typeof KERNEL_PARAMETERS)[Kernel][number][0]]: Name extends 'batch'
    ? Dimension
    : number;
};

/**
 * The fields of a kernel's parameters, in order.
 *
 * @throws {TypeError} Where there is no kernel of this name.
 */
export function kernelFields(kernel: string): readonly KernelField[] {
  const fields = new Map<string, readonly KernelField[]>(Object.entries(KERNEL_PARAMETERS));
  const found = fields.get(kernel);
  if (found === undefined) throw new TypeError(`there is no kernel ${kernel}`);
  return found;
}

/** The number of parts of a kernel's node. @throws {TypeError} Where the node is not that of a kernel. */
export function kernelParts({ type, attributes }: Pick<OnnxNode, 'type' | 'attributes'>): number {
  const parts: Readonly<Record<string, string>> = KERNEL_PARTS;
  const value = attributes[parts[type] ?? ''];
  if (value === undefined || !('int' in value))
    throw new TypeError(`${type} has no number of parts`);
  return value.int;
}

/** The size of a kernel's parameters in memory, in bytes. */
export function parameterBytes(fields: readonly KernelField[]): number {
  return fields.length * FIELD_BYTES;
}
