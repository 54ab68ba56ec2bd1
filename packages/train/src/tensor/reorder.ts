import { elementCount } from './element-count.ts';
import { gather } from './gather.ts';

/** Transposes an array of a shape: axis `order[n]` becomes axis n. A fresh array. */
export function reorder(
  data: Float32Array,
  shape: readonly number[],
  order: readonly number[],
): Float32Array {
  const strides = shape.map((_, axis) => elementCount(shape.slice(axis + 1)));
  const view = {
    shape: order.map((axis) => shape[axis]!), // an axis of the array
    strides: order.map((axis) => strides[axis]!), // as above
    offset: 0,
  };
  return gather(data, view);
}
