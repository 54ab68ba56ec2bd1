import { transpose } from '../../graph/emit/rearrange.ts';
import type { GraphBuilder, Value } from '../../graph/ir/graph-builder.ts';

const ORDER = [0, 2, 3, 1];

/** Transposes images to the layout of the layers model, `[batch, height, width, channels]`. Returns vectors unchanged. */
export function channelsLast(graph: GraphBuilder, value: Value): Value {
  return value.shape.length === 4 ? transpose(graph, value, ORDER) : value;
}
