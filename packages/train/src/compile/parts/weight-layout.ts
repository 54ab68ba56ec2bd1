import type { NamedTensor } from '../../tensor/named-tensor.ts';
import { reorder } from '../../tensor/reorder.ts';

/** How a weight of a layers model lies inside a graph. */
export interface WeightLayout {
  /** The name in the layers model, and of the graph's input. */
  readonly name: string;
  /** The layer that owns the weight. */
  readonly layer: string;
  /** The name within the layer: `kernel`, `bias`, `gamma`, ... */
  readonly role: string;
  /** The shape in the layers model. */
  readonly outerShape: readonly number[];
  /** Axis n in graphs is axis `order[n]` in the layers model; `undefined` where the axes are the same. */
  readonly order: readonly number[] | undefined;
  /** The shape in graphs. */
  readonly shape: readonly number[];
}

const FILTERS_FIRST = [3, 2, 0, 1];
const OUTPUTS_FIRST = [1, 0];
const CHANNELS_FIRST = [2, 3, 0, 1];

/**
 * The layout of a weight. Filters change from `[height, width, channels, filters]` to `[filters, channels, height, width]`,
 * and the weights of dense layers from `[in, out]` to `[out, in]`, which makes the gradient of a wide layer a fast product.
 * All other weights keep their layout.
 */
export function weightLayout({ name, shape }: NamedTensor): WeightLayout {
  const slash = name.lastIndexOf('/');
  const layer = name.slice(0, Math.max(0, slash));
  const role = name.slice(slash + 1).replace(/_\d+$/, '');
  const fields = { name, layer, role, outerShape: shape };
  if (shape.length === 2) {
    return { ...fields, order: OUTPUTS_FIRST, shape: shape.toReversed() };
  }
  if (shape.length !== 4) return { ...fields, order: undefined, shape };
  const [height, width, channels, last] = shape as [number, number, number, number]; // four axes
  return role === 'depthwise_kernel'
    ? { ...fields, order: CHANNELS_FIRST, shape: [channels * last, 1, height, width] }
    : { ...fields, order: FILTERS_FIRST, shape: [last, channels, height, width] };
}

/** The numbers of a weight in the layout of graphs. A fresh array. */
export function toInner(data: Float32Array, { order, outerShape }: WeightLayout): Float32Array {
  return order === undefined ? data.slice() : reorder(data, outerShape, order);
}

/** The numbers of a weight in the layout of the layers model. A fresh array. */
export function toOuter(data: Float32Array, { order, outerShape }: WeightLayout): Float32Array {
  if (order === undefined) return data.slice();
  const moved = order.map((axis) => outerShape[axis]!);
  const back = order.map((_, axis) => order.indexOf(axis));
  return reorder(data, moved, back);
}
