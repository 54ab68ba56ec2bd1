import type { GraphBuilder, Value } from '../ir/graph-builder.ts';
import type { OnnxGraph } from '../ir/onnx-graph.ts';
import { filled } from '../emit/filled.ts';
import type { Window } from '../emit/window.ts';
import { convolveWinograd } from '../kernel-nodes/convolve-winograd.ts';
import { rebuildGraph } from './rebuild-graph.ts';
import { type WinogradMatch, winogradMatches } from './winograd-matches.ts';

/**
 * Replaces convolutions with constant filters by Winograd's, where that is faster, with the activation and the pooling after them.
 *
 * @returns `undefined` where no convolution is replaced.
 */
export function useWinograd(graph: OnnxGraph, channelBlock: number): OnnxGraph | undefined {
  const matches = winogradMatches(graph, channelBlock);
  if (matches.length === 0) return undefined;
  const byLast = new Map(matches.map((match) => [match.last, match]));
  const members = matches.flatMap(({ nodes, last }) => nodes.filter((node) => node !== last));
  return rebuildGraph(graph, {
    channelBlock,
    kernels: true,
    without: new Set(members),
    replace: (builder, node, valueOf) => {
      const match = byLast.get(node);
      return match && emitMatch(builder, match, valueOf);
    },
  });
}

function emitMatch(
  graph: GraphBuilder,
  { convolution, limits, isPooled }: WinogradMatch,
  valueOf: (name: string) => Value,
): Value {
  const [image, filters, bias] = convolution.inputs.map(valueOf) as [Value, Value, Value?]; // of a convolution
  return convolveWinograd(graph, [image, filters], {
    window: windowOf(convolution),
    bias: bias ?? filled(graph, [Number(filters.shape[0])], 0),
    limits,
    isPooled,
  });
}

/** The window of a suitable convolution. */
function windowOf({ attributes }: WinogradMatch['convolution']): Window {
  const pads = attributes['pads'];
  const [top, left, bottom, right] = (
    pads !== undefined && 'ints' in pads ? pads.ints : [0, 0, 0, 0]
  ) as [number, number, number, number]; // four borders
  return { size: [3, 3], strides: [1, 1], borders: { top, left, bottom, right } };
}
