import type { GraphBuilder, Value } from '../ir/graph-builder.ts';
import type { Dimension } from '../ir/onnx-graph.ts';

/** The same numbers in another shape; `value` itself if that is its shape. At most one dimension may be the symbolic batch. */
export function reshape(graph: GraphBuilder, value: Value, shape: readonly Dimension[]): Value {
  if (
    value.shape.length === shape.length &&
    shape.every((size, axis) => size === value.shape[axis])
  )
    return value;
  const target = graph.integers(shape.map((size) => (typeof size === 'string' ? -1 : size)));
  return graph.node('Reshape', [value, target], { shape, type: value.type });
}

/** Axis `order[n]` of `value` becomes axis n. */
export function transpose(graph: GraphBuilder, value: Value, order: readonly number[]): Value {
  return graph.node('Transpose', [value], {
    shape: order.map((axis) => value.shape[axis]!),
    type: value.type,
    attributes: { perm: { ints: order } },
  });
}

/** Broadcasts a value to `shape`: repeats it along axes of length 1 and along new leading axes. */
export function expand(graph: GraphBuilder, value: Value, shape: readonly number[]): Value {
  return graph.node('Expand', [value, graph.integers(shape)], { shape });
}

/** Joins one or more values along `axis`. All other axes have equal lengths. */
export function concatenate(graph: GraphBuilder, values: readonly Value[], axis: number): Value {
  const total = values.reduce((sum, value) => sum + Number(value.shape[axis]), 0);
  return graph.node('Concat', values, {
    shape: values[0]!.shape.map((size, at) => (at === axis ? total : size)), // at least one value
    attributes: { axis: { int: axis } },
  });
}

export interface SplitOptions {
  readonly axis: number;
  /** The length of each part along the axis. */
  readonly lengths: readonly number[];
}

/** The parts of a value along an axis: the inverse of `concatenate`. */
export function split(
  graph: GraphBuilder,
  value: Value,
  { axis, lengths }: SplitOptions,
): readonly Value[] {
  const results = lengths.map((length) => ({ shape: value.shape.with(axis, length) }));
  const attributes = { axis: { int: axis } };
  return graph.nodeWithOutputs('Split', [value, graph.integers(lengths)], { results, attributes });
}

/** Borders of an image, in pixels. A negative border removes pixels. */
export interface Borders {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** An image `[batch, channels, height, width]` with borders of zeros. */
export function pad(graph: GraphBuilder, value: Value, borders: Borders): Value {
  const { top, left, bottom, right } = borders;
  if ([top, left, bottom, right].every((border) => border === 0)) return value;
  const [batch, channels, height, width] = value.shape;
  return graph.node('Pad', [value, graph.integers([0, 0, top, left, 0, 0, bottom, right])], {
    shape: [batch!, channels!, Number(height) + top + bottom, Number(width) + left + right],
  });
}

/** A regular grid of pixels: `count` pixels from `start` on, `stride` pixels apart. Pairs are (rows, columns). */
export interface Cut {
  readonly start: readonly [number, number];
  readonly count: readonly [number, number];
  readonly stride: readonly [number, number];
}

/** Slices the pixels of a grid out of an image `[batch, channels, height, width]`. */
export function cut(graph: GraphBuilder, value: Value, { start, count, stride }: Cut): Value {
  const [batch, channels, height, width] = value.shape;
  if (count[0] === height && count[1] === width) return value;
  const end = start.map((first, axis) => first + (count[axis]! - 1) * stride[axis]! + 1);
  const inputs = [
    value,
    graph.integers(start),
    graph.integers(end),
    graph.integers([2, 3]),
    graph.integers(stride),
  ];
  return graph.node('Slice', inputs, { shape: [batch!, channels!, ...count] });
}

/** Reverses the order of the numbers along some axes. */
export function reverse(graph: GraphBuilder, value: Value, axes: readonly number[]): Value {
  const long = axes.filter((axis) => value.shape[axis] !== 1);
  if (long.length === 0) return value;
  const forEachAxis = (number: number): Value => graph.integers(long.map(() => number));
  const inputs = [
    value,
    forEachAxis(-1),
    forEachAxis(-(2 ** 31)),
    graph.integers(long),
    forEachAxis(-1),
  ];
  return graph.node('Slice', inputs, { shape: value.shape });
}
