import type { ElementType } from '../../../graph/ir/onnx-graph.ts';

/** A tensor, whose numbers may lie in shared memory. */
export interface NativeTensor {
  readonly type: ElementType;
  readonly dims: readonly number[];
  readonly data: Float32Array | Uint8Array | BigInt64Array;
}

/** A tensor of floats. */
export interface FloatTensor extends NativeTensor {
  readonly type: 'float32';
  readonly data: Float32Array;
}

/** Tensors by name. */
export type Tensors = Readonly<Record<string, NativeTensor>>;

/** Numbers as a tensor, which refers to them. */
export function tensor(data: Float32Array, dims: readonly number[]): FloatTensor {
  return { type: 'float32', dims, data };
}
