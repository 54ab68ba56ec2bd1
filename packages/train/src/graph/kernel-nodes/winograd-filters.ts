import type { GraphBuilder, Value } from '../ir/graph-builder.ts';
import { kernelNode } from './kernel-node.ts';

/** The products for each tile: 6 x 6. */
export const POINTS = 36;

/**
 * Filters `[filters, channels, 3, 3]` transformed by a kernel for Winograd's convolution: the filters `[36 * filters, channels,
 * 1, 1]` of a convolution of 36 groups in NCHWc.
 */
export function winogradFilters(graph: GraphBuilder, value: Value): Value {
  const { channelBlock } = graph;
  const [filters, channels] = value.shape.map(Number) as [number, number, number, number];
  const filterBlocks = filters / channelBlock;
  const [, result] = kernelNode(graph, 'winogradFilters', {
    inputs: [value],
    results: [
      { shape: [filterBlocks, 9, channelBlock, channelBlock] },
      { shape: [POINTS * filters, channels, 1, 1] },
    ],
    parameters: { filterBlocks, blocks: channels / channelBlock, channelBlock },
  });
  return result!; // the second result, after the working memory
}
