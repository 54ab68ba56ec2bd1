import { fromNchwc, NCHWC_DOMAIN, toNchwc } from './nchwc.ts';
import type { GraphBuilder, Value } from '../ir/graph-builder.ts';
import { reshape, reverse, transpose } from './rearrange.ts';
import { imageShape, slideShape, type Window, windowAttributes } from './window.ts';

export interface ConvolveOptions {
  readonly window: Window;
  readonly groups?: number;
  readonly bias?: Value;
  /**
   * Whether to rotate the filters by 180 degrees, for the gradient with respect to an image, and to swap their first two axes
   * where `groups` is 1. Other groups must hold one channel and one filter each.
   */
  readonly back?: boolean;
}

/**
 * Convolves an image `[batch, channels, height, width]` with filters `[filters, channels / groups, height, width]`, and adds
 * a bias `[filters]`.
 */
export function convolve(
  graph: GraphBuilder,
  operands: readonly [Value, Value],
  options: ConvolveOptions,
): Value {
  const [image, filters] = operands;
  const { window, groups = 1, bias, back = false } = options;
  const isNchwc =
    groups === 1 ? isFasterInNchwc(graph, filters, back) : isDepthwiseNchwc(graph, operands);
  if (isNchwc) return convolveNchwc(graph, operands, options);
  const swapped = back && groups === 1 ? transpose(graph, filters, [1, 0, 2, 3]) : filters;
  const oriented = back ? reverse(graph, swapped, [2, 3]) : swapped;
  const inputs = bias === undefined ? [image, oriented] : [image, oriented, bias];
  return graph.node('Conv', inputs, {
    shape: [image.shape[0]!, oriented.shape[0]!, ...slideShape(image, window)],
    attributes: { ...windowAttributes(window), group: { int: groups } },
  });
}

/**
 * Whether onnxruntime has a convolution in NCHWc for these filters that saves more time than the reordering of image and
 * result takes. Such a convolution also accepts an image in NCHW with fewer channels than a channel block; that is faster only
 * where a kernel takes the result in NCHWc.
 */
function isFasterInNchwc(graph: GraphBuilder, filters: Value, back: boolean): boolean {
  const { channelBlock, kernels } = graph;
  const [count, channels, height, width] = filters.shape.map(Number) as FilterShape;
  if (channelBlock === 1 || count % channelBlock !== 0) return false;
  if (height * width === 1) return kernels && channels % channelBlock === 0;
  return channels % channelBlock === 0 || (kernels && !back && channels < channelBlock);
}

/** Whether onnxruntime has a depthwise convolution in NCHWc for these filters, which is ten times as fast as in NCHW. */
function isDepthwiseNchwc(
  { channelBlock }: GraphBuilder,
  [image, filters]: readonly [Value, Value],
): boolean {
  const [, channels] = imageShape(image);
  return channelBlock > 1 && channels % channelBlock === 0 && filters.shape[0] === channels;
}

type FilterShape = [filters: number, channels: number, height: number, width: number];

/** A convolution in NCHWc. The optimiser of onnxruntime chooses this layout only for constant filters. */
function convolveNchwc(
  graph: GraphBuilder,
  [image, filters]: readonly [Value, Value],
  { window, groups = 1, bias, back = false }: ConvolveOptions,
): Value {
  const ordered =
    groups === 1
      ? filtersForNchwc(graph, filters, back)
      : reshape(graph, depthwiseFilters(graph, filters, back), filters.shape);
  const [, channels] = imageShape(image);
  const hasWholeBlocks = channels % graph.channelBlock === 0;
  const inputs = [hasWholeBlocks ? toNchwc(graph, image) : image, ordered];
  const result = graph.node('Conv', bias === undefined ? inputs : [...inputs, bias], {
    shape: [image.shape[0]!, ordered.shape[0]!, ...slideShape(image, window)],
    domain: NCHWC_DOMAIN,
    attributes: { ...windowAttributes(window), group: { int: groups } },
  });
  return fromNchwc(graph, result);
}

/**
 * Filters in the layout of onnxruntime's convolutions in NCHWc: `[filters / c, channels / c, height, width, c (channels), c
 * (filters)]`. The value keeps the shape `[filters, channels, height, width]`. Where the channels do not fill a channel
 * block, each channel is a block of its own. With `back`, filters and channels are swapped and the taps reversed.
 *
 * @see onnxruntime's `MlasReorderFilterOIHWBiBo`.
 */
function filtersForNchwc(graph: GraphBuilder, value: Value, back: boolean): Value {
  const { channelBlock } = graph;
  const [filters, channels, height, width] = value.shape.map(Number) as FilterShape;
  const inputBlock = channels % channelBlock === 0 ? channelBlock : 1;
  const split = [
    filters / channelBlock,
    channelBlock,
    channels / inputBlock,
    inputBlock,
    height * width,
  ];
  const parts = reshape(graph, value, split);
  if (!back) return reshape(graph, transpose(graph, parts, [0, 2, 4, 3, 1]), value.shape);
  const swapped = reverse(graph, transpose(graph, parts, [2, 0, 4, 1, 3]), [2]);
  return reshape(graph, swapped, [channels, filters, height, width]);
}

/** The filters `[channels, 1, height, width]` of a depthwise convolution in NCHWc: `[channels / c, height, width, c]`. */
export function depthwiseFilters(graph: GraphBuilder, filters: Value, back = false): Value {
  const { channelBlock } = graph;
  const [channels, , height, width] = filters.shape.map(Number) as FilterShape;
  const parts = reshape(graph, filters, [channels / channelBlock, channelBlock, height * width]);
  const lastChannels = transpose(graph, parts, [0, 2, 1]);
  const ordered = back ? reverse(graph, lastChannels, [1]) : lastChannels;
  return reshape(graph, ordered, [channels / channelBlock, height, width, channelBlock]);
}
