import type { GraphBuilder, Value } from '../ir/graph-builder.ts';

/** A constant whose elements are all `number`. */
export function filled(graph: GraphBuilder, shape: readonly number[], number: number): Value {
  const length = shape.reduce((product, size) => product * size, 1);
  const name = `filled:${number}:${shape.join('x')}`;
  return graph.constant(name, shape, new Float32Array(length).fill(number));
}
