import { add } from './elementwise.ts';
import { fromNchwc, toNchwc } from './nchwc.ts';
import type { GraphBuilder, Value } from '../ir/graph-builder.ts';

/** The sum of two values. It is computed in NCHWc where both values have the same shape and are known in NCHWc. */
export function addImages(graph: GraphBuilder, left: Value, right: Value): Value {
  const isSameShape = left.shape.join() === right.shape.join();
  const areNchwc = graph.nchwc.has(left) && graph.nchwc.has(right);
  if (!isSameShape || !areNchwc) return add(graph, left, right);
  return fromNchwc(graph, add(graph, toNchwc(graph, left), toNchwc(graph, right)));
}
