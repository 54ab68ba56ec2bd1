import { fromNchwc, NCHWC_DOMAIN, toNchwc } from '../emit/nchwc.ts';
import { imageShape, slideShape, type Window, windowAttributes } from '../emit/window.ts';
import type { GraphBuilder, Value } from '../ir/graph-builder.ts';
import { kernelNode } from './kernel-node.ts';
import type { KernelParameters } from './kernel-parameters.ts';
import { POINTS, winogradFilters } from './winograd-filters.ts';

/** Tiles of the result have 4 x 4 pixels, tiles of the image 6 x 6. */
const TILE = 4;

/** The rows of the kernels' working memory, for each channel block. */
const STRIPS = 7;

const PIXEL: Window = {
  size: [1, 1],
  strides: [1, 1],
  borders: { top: 0, left: 0, bottom: 0, right: 0 },
};

export interface WinogradOptions {
  /** Of 3 x 3 pixels, with strides of one pixel. */
  readonly window: Window;
  /** `[filters]`. */
  readonly bias: Value;
  /** The lower and the upper limit to which the result is clipped: the activation. They may be infinite. */
  readonly limits: readonly [number, number];
  /** Whether the result is pooled: the maximum of windows of 2 x 2 pixels inside the result. */
  readonly isPooled: boolean;
}

/**
 * Convolves an image with filters `[filters, channels, 3, 3]` by Winograd's F(4 x 4, 3 x 3), adds a bias, clips, and optionally
 * pools. A kernel transforms the tiles of the image, a convolution of single pixels in 36 groups multiplies, and another kernel
 * transforms the products. The images of a batch are the rows of one plane in the convolution. Channels and filters must fill
 * channel blocks.
 *
 * @see Lavin & Gray 2016, arXiv:1509.09308
 */
export function convolveWinograd(
  graph: GraphBuilder,
  [image, filters]: readonly [Value, Value],
  options: WinogradOptions,
): Value {
  const count = Number(filters.shape[0]);
  const sizes = sizesOf(image, options);
  const tiles = transformTiles(graph, image, sizes);
  const products = graph.node('Conv', [tiles, winogradFilters(graph, filters)], {
    shape: tiles.shape.with(1, POINTS * count),
    domain: NCHWC_DOMAIN,
    attributes: { ...windowAttributes(PIXEL), group: { int: POINTS } },
  });
  const result = transformProducts(graph, [products, options.bias], { ...sizes, count });
  return fromNchwc(graph, result);
}

/** The parameters of both kernels, but for the number of channel blocks. */
type Sizes = Omit<KernelParameters<'winogradInput'>, 'blocks' | 'channelBlock'>;

function sizesOf(image: Value, { window, limits, isPooled }: WinogradOptions): Sizes {
  const [batch, , height, width] = imageShape(image);
  const [rows, columns] = slideShape(image, window);
  const { top, left } = window.borders;
  const [lowerLimit, upperLimit] = limits;
  const pooling = { isPooled: Number(isPooled), lowerLimit, upperLimit };
  return { batch, height, width, rows, columns, top, left, ...pooling };
}

/** The transformed tiles of an image: `[1, 36 * channels, batch, tiles]` in NCHWc. */
function transformTiles(graph: GraphBuilder, image: Value, sizes: Sizes): Value {
  const { channelBlock } = graph;
  const [batch, channels] = imageShape(image);
  const blocks = channels / channelBlock;
  const [tileRows, tileColumns] = tileCounts(sizes);
  const [, tiles] = kernelNode(graph, 'winogradInput', {
    inputs: [toNchwc(graph, image)],
    results: [
      { shape: [blocks, STRIPS, TILE * tileColumns + 2, channelBlock] },
      { shape: [1, POINTS * channels, batch, tileRows * tileColumns] },
    ],
    parameters: { ...sizes, blocks, channelBlock },
  });
  return tiles!; // the second result, after the working memory
}

/** The result of the convolution, of `count` channels, in NCHWc. */
function transformProducts(
  graph: GraphBuilder,
  inputs: readonly [Value, Value],
  { count, ...sizes }: Sizes & { readonly count: number },
): Value {
  const { channelBlock } = graph;
  const { batch, rows, columns, isPooled } = sizes;
  const blocks = count / channelBlock;
  const [, tileColumns] = tileCounts(sizes);
  const size = isPooled === 1 ? [Math.floor(rows / 2), Math.floor(columns / 2)] : [rows, columns];
  const [, result] = kernelNode(graph, 'winogradOutput', {
    inputs,
    results: [
      { shape: [blocks, STRIPS, TILE * tileColumns, channelBlock] },
      { shape: [batch, count, ...size] },
    ],
    parameters: { ...sizes, blocks, channelBlock },
  });
  return result!; // as above
}

/** The numbers of tiles in a column and in a row of the result. */
function tileCounts({ rows, columns }: Sizes): readonly [number, number] {
  return [Math.ceil(rows / TILE), Math.ceil(columns / TILE)];
}
