import type { GraphBuilder, Value } from '../ir/graph-builder.ts';
import { elementCount } from '../../tensor/element-count.ts';

/** A constant whose elements are all `number`. */
export function filled(graph: GraphBuilder, shape: readonly number[], number: number): Value {
  const length = elementCount(shape);
  const name = `filled:${number}:${shape.join('x')}`;
  return graph.constant(name, shape, new Float32Array(length).fill(number));
}
