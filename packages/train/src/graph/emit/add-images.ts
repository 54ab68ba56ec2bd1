import { fromBlocks, hasBlocks, toBlocks } from './blocks.ts';
import { add } from './elementwise.ts';
import type { GraphBuilder, Value } from '../ir/graph-builder.ts';

/** The sum of two values, in blocks where both are, and of one shape. */
export function addImages(graph: GraphBuilder, left: Value, right: Value): Value {
  const isSame = left.shape.join() === right.shape.join();
  if (!isSame || !hasBlocks(left) || !hasBlocks(right)) return add(graph, left, right);
  return fromBlocks(graph, add(graph, toBlocks(graph, left), toBlocks(graph, right)));
}
