import type { GraphBuilder, Value } from '../ir/graph-builder.ts';
import { transpose } from './rearrange.ts';

/** Transposes images from `[batch, height, width, channels]` to the layout inside graphs, NCHW. */
export function channelsFirst(graph: GraphBuilder, images: Value): Value {
  return transpose(graph, images, [0, 3, 1, 2]);
}

/** Transposes images from NCHW to the layout of the layers model, `[batch, height, width, channels]`. Returns vectors unchanged. */
export function channelsLast(graph: GraphBuilder, value: Value): Value {
  return value.shape.length === 4 ? transpose(graph, value, [0, 2, 3, 1]) : value;
}
