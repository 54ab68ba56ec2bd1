import type { GraphBuilder, Value } from '../ir/graph-builder.ts';

/** The sum over `axes`, which keep length 1. */
export function reduceSum(graph: GraphBuilder, value: Value, axes: readonly number[]): Value {
  return graph.node('ReduceSum', [value, graph.integers(axes)], {
    shape: value.shape.map((size, axis) => (axes.includes(axis) ? 1 : size)),
    attributes: { keepdims: { int: 1 } },
  });
}

/** The mean over `axes`, which keep length 1. */
export function reduceMean(graph: GraphBuilder, value: Value, axes: readonly number[]): Value {
  return graph.node('ReduceMean', [value], {
    shape: value.shape.map((size, axis) => (axes.includes(axis) ? 1 : size)),
    attributes: { axes: { ints: axes }, keepdims: { int: 1 } },
  });
}
