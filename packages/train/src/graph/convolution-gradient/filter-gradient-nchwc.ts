import type { GraphBuilder, Value } from '../ir/graph-builder.ts';
import { concatenate, reshape, transpose } from '../emit/rearrange.ts';
import { reduceSum } from '../emit/reduce.ts';
import { im2col } from '../kernel-nodes/im2col.ts';
import { shiftedColumns } from '../kernel-nodes/shifted-columns.ts';
import { view } from '../kernel-nodes/view.ts';
import { imageShape, slideShape, type Window } from '../emit/window.ts';

/** Emits the gradient with respect to filters, from a gradient in NCHWc. */
export interface FilterGradientNchwc {
  /**
   * The height to which the gradient with respect to the result must be padded, with rows of zeros below.
   */
  readonly height: number;
  /** `[filters, channels, height, width]`, from the padded gradient with respect to the result. */
  readonly of: (gradient: Value) => Value;
}

/**
 * The gradient of `convolve` with respect to its filters, with im2col by compute kernels: matrix products of the im2col of the
 * image with the gradient, which stays in NCHWc.
 *
 * @returns `undefined` where kernels do not support the convolution.
 */
export function filterGradientNchwc(
  graph: GraphBuilder,
  image: Value,
  window: Window,
): FilterGradientNchwc | undefined {
  const [, channels, height] = imageShape(image);
  const { strides, borders } = window;
  const canShift = strides.every((stride) => stride === 1) && borders.bottom <= borders.top;
  if (channels < graph.channelBlock) {
    const [rows] = slideShape(image, window);
    return { height: rows, of: (gradient) => byIm2col(graph, [image, gradient], window) };
  }
  if (channels % graph.channelBlock !== 0 || !canShift) return undefined;
  const padded = height + borders.top;
  return { height: padded, of: (gradient) => byShifts(graph, [image, gradient], window) };
}

function byIm2col(
  graph: GraphBuilder,
  [image, gradient]: readonly [Value, Value],
  window: Window,
): Value {
  const { channelBlock } = graph;
  const [, channels] = imageShape(image);
  const [, filters] = imageShape(gradient);
  const columns = im2col(graph, image, window);
  const product = sumOfProducts(graph, columns, pixelsByBlock(graph, gradient));
  const parts = [filters / channelBlock, ...window.size, channels, channelBlock];
  const ordered = transpose(graph, reshape(graph, product, parts), [0, 4, 3, 1, 2]);
  return reshape(graph, ordered, [filters, channels, ...window.size]);
}

function byShifts(graph: GraphBuilder, operands: readonly [Value, Value], window: Window): Value {
  const { channelBlock } = graph;
  const [image, gradient] = operands;
  const [, channels] = imageShape(image);
  const [, filters, rows, columns] = imageShape(gradient);
  const [height, width] = window.size;
  // where images are small, one product for each image would be larger than the image
  const areImagesSmall = rows * columns < height * width * channels;
  const products = areImagesSmall
    ? rowsOverImages(graph, operands, window)
    : rowsByImage(graph, operands, window);
  const parts = [height, filters / channelBlock, width, channels, channelBlock];
  const joined = reshape(graph, concatenate(graph, products, 0), parts);
  const ordered = transpose(graph, joined, [1, 4, 3, 0, 2]);
  return reshape(graph, ordered, [filters, channels, height, width]);
}

/**
 * The gradient of each row of the filters, `[1, filters / c, width * channels, c]`, as the sum of one matrix product for
 * each image.
 */
function rowsByImage(
  graph: GraphBuilder,
  [image, gradient]: readonly [Value, Value],
  window: Window,
): Value[] {
  const [, , rows, columns] = imageShape(gradient);
  const options = { window, size: [rows, columns], imagesInside: false } as const;
  const right = pixelsByBlock(graph, gradient);
  return shiftedColumns(graph, image, options).map((left) => sumOfProducts(graph, left, right));
}

/** As `rowsByImage`, but as one matrix product over the pixels of all images. */
function rowsOverImages(
  graph: GraphBuilder,
  [image, gradient]: readonly [Value, Value],
  window: Window,
): Value[] {
  const { channelBlock } = graph;
  const [, filters, rows, columns] = imageShape(gradient);
  const options = { window, size: [rows, columns], imagesInside: true } as const;
  const lefts = shiftedColumns(graph, image, options);
  const blocksFirst = transpose(graph, pixelsByBlock(graph, gradient), [1, 0, 2, 3]);
  const pixels = Number(blocksFirst.shape[1]) * rows * columns;
  const right = reshape(graph, blocksFirst, [1, filters / channelBlock, pixels, channelBlock]);
  return lefts.map((left) =>
    graph.node('MatMul', [left, right], {
      shape: [1, filters / channelBlock, left.shape[0]!, channelBlock],
    }),
  );
}

/** Views a gradient in NCHWc as `[batch, filters / c, pixels, c]`. */
function pixelsByBlock(graph: GraphBuilder, gradient: Value): Value {
  const { channelBlock } = graph;
  const [batch, filters, rows, columns] = imageShape(gradient);
  const shape = [Number(batch), filters / channelBlock, rows * columns, channelBlock];
  return view(graph, gradient, { shape });
}

/** The sum over the batch of `left` times each channel block of `right`: `[1, filters / c, rows of left, c]`. */
function sumOfProducts(graph: GraphBuilder, left: Value, right: Value): Value {
  const [batch, blocks, , channelBlock] = right.shape.map(Number) as [
    number,
    number,
    number,
    number,
  ]; // from `pixelsByBlock`
  const shape = [batch, blocks, left.shape[2]!, channelBlock];
  return reduceSum(graph, graph.node('MatMul', [left, right], { shape }), [0]);
}
