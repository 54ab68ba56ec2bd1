import { elementCount } from './element-count.ts';

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
