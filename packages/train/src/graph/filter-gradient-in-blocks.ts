import { cutPatches } from './cut-patches.ts';
import type { GraphBuilder, Value } from './graph-builder.ts';
import { concatenate, reshape, transpose } from './rearrange.ts';
import { reduceSum } from './reduce.ts';
import { shiftedColumns } from './shifted-columns.ts';
import { view } from './view.ts';
import { imageShape, type Window } from './window.ts';

/** What a kernel's gradient is made of in blocks: shifted images, or patches of images of few channels. */
export type BlockedGradientWay = 'shifts' | 'patches';

/** How `filterGradientInBlocks` goes about it; `undefined` where it has no way. */
export function blockedGradientWay(
  { channelBlock }: GraphBuilder,
  image: Value,
  { strides, borders }: Window,
): BlockedGradientWay | undefined {
  const [, channels] = imageShape(image);
  const isShift = strides.every((stride) => stride === 1) && borders.bottom <= borders.top;
  if (channels % channelBlock === 0) return isShift ? 'shifts' : undefined;
  return channels < channelBlock ? 'patches' : undefined;
}

/** How high `filterGradientInBlocks` takes the gradient with respect to a result that is `height` high: rows after it are zero. */
export function blockedGradientHeight(
  way: BlockedGradientWay | undefined,
  image: Value,
  { window, height }: { readonly window: Window; readonly height: number },
): number {
  return way === 'shifts' ? imageShape(image)[2] + window.borders.top : height;
}

export interface BlockedGradientOptions {
  readonly window: Window;
  readonly way: BlockedGradientWay;
}

/**
 * The gradient of `convolve` with respect to its kernel: matrix products of what the kernel met with the gradient as it lies.
 *
 * @param operands The image that was convolved, and the gradient with respect to the result, in blocks.
 */
export function filterGradientInBlocks(
  graph: GraphBuilder,
  operands: readonly [Value, Value],
  { window, way }: BlockedGradientOptions,
): Value {
  if (way === 'patches') return byPatches(graph, operands, window);
  const [image, gradient] = operands;
  const [, channels] = imageShape(image);
  const [, filters, rows, columns] = imageShape(gradient);
  const [height, width] = window.size;
  // one product a sample would be larger than the sample itself
  const areSmall = rows * columns < height * width * channels;
  const products = areSmall
    ? overSamples(graph, operands, window)
    : bySamples(graph, operands, window);
  const { channelBlock: block } = graph;
  const parts = [height, filters / block, width, channels, block];
  const kernel = reshape(graph, concatenate(graph, products, 0), parts);
  const ordered = transpose(graph, kernel, [1, 4, 3, 0, 2]);
  return reshape(graph, ordered, [filters, channels, height, width]);
}

function byPatches(
  graph: GraphBuilder,
  [image, gradient]: readonly [Value, Value],
  window: Window,
): Value {
  const { channelBlock: block } = graph;
  const [, channels] = imageShape(image);
  const [, filters] = imageShape(gradient);
  const product = sampleSum(graph, cutPatches(graph, image, window), samplesOf(graph, gradient));
  const parts = [filters / block, ...window.size, channels, block];
  const ordered = transpose(graph, reshape(graph, product, parts), [0, 4, 3, 1, 2]);
  return reshape(graph, ordered, [filters, channels, ...window.size]);
}

/** For each row of the kernel `[1, blocks, width * channels, block]`, as the sum of one product a sample. */
function bySamples(
  graph: GraphBuilder,
  [image, gradient]: readonly [Value, Value],
  window: Window,
): Value[] {
  const [, , rows, columns] = imageShape(gradient);
  const options = { window, size: [rows, columns], samplesInside: false } as const;
  const right = samplesOf(graph, gradient);
  return shiftedColumns(graph, image, options).map((left) => sampleSum(graph, left, right));
}

/** The same as one product over all samples, which lie side by side for it. */
function overSamples(
  graph: GraphBuilder,
  [image, gradient]: readonly [Value, Value],
  window: Window,
): Value[] {
  const { channelBlock: block } = graph;
  const [, filters, rows, columns] = imageShape(gradient);
  const options = { window, size: [rows, columns], samplesInside: true } as const;
  const lefts = shiftedColumns(graph, image, options);
  const apart = transpose(graph, samplesOf(graph, gradient), [1, 0, 2, 3]);
  const pixels = Number(apart.shape[1]) * rows * columns;
  const right = reshape(graph, apart, [1, filters / block, pixels, block]);
  return lefts.map((left) =>
    graph.node('MatMul', [left, right], { shape: [1, filters / block, left.shape[0]!, block] }),
  );
}

/** A gradient in blocks as `[batch, blocks, pixels, block]`. */
function samplesOf(graph: GraphBuilder, gradient: Value): Value {
  const { channelBlock: block } = graph;
  const [batch, filters, rows, columns] = imageShape(gradient);
  return view(graph, gradient, { shape: [Number(batch), filters / block, rows * columns, block] });
}

/** The sum of the products of all samples, `[1, blocks, patch, block]`. */
function sampleSum(graph: GraphBuilder, left: Value, right: Value): Value {
  const [batch, blocks, , block] = right.shape.map(Number) as [number, number, number, number];
  const shape = [batch, blocks, left.shape[2]!, block];
  return reduceSum(graph, graph.node('MatMul', [left, right], { shape }), [0]);
}
