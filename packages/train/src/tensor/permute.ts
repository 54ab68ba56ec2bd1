import { elementCount } from './element-count.ts';
import type { NamedTensor } from './named-tensor.ts';

/**
 * Reorders the axes of a tensor, as NumPy's `transpose`: axis n of the result is axis `axes[n]` of the tensor. OIHW becomes
 * HWIO by `[2, 3, 1, 0]`.
 *
 * @param axes Each axis of the tensor once.
 * @returns A tensor with the same name and a fresh array.
 */
export function permute(tensor: NamedTensor, axes: readonly number[]): NamedTensor {
  const { name, shape } = tensor;
  const strides = shape.map((_, axis) => elementCount(shape.slice(axis + 1)));
  const view = {
    shape: axes.map((axis) => shape[axis]!), // an axis of the tensor
    strides: axes.map((axis) => strides[axis]!),
    offset: 0,
  };
  return { name, shape: view.shape, data: gather(tensor.data, view) };
}

/** Elements of an array by strides: the element `[i, j]` is at `offset + i * strides[0] + j * strides[1]`. */
export interface StridedView {
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
}

/** Copies a view into a fresh array, row-major. */
export function gather(data: Float32Array, { shape, strides, offset }: StridedView): Float32Array {
  const out = new Float32Array(elementCount(shape));
  const rank = shape.length;
  const inner = shape[rank - 1] ?? 1;
  const step = strides[rank - 1] ?? 0;
  const index = shape.map(() => 0);
  let from = offset;
  for (let at = 0; at < out.length; at += inner) {
    for (let n = 0; n < inner; n++) out[at + n] = data[from + n * step]!;
    for (let axis = rank - 2; axis >= 0; axis--) {
      from += strides[axis]!;
      if (++index[axis]! < shape[axis]!) break;
      from -= strides[axis]! * shape[axis]!;
      index[axis] = 0;
    }
  }
  return out;
}
