import { convolve } from '../emit/convolve.ts';
import type { GraphBuilder, Value } from '../ir/graph-builder.ts';
import { matrixProduct } from '../emit/matrix.ts';
import { concatenate, reshape, transpose } from '../emit/rearrange.ts';
import { reduceSum } from '../emit/reduce.ts';
import { depthwiseFilterGradient } from './depthwise-filter-gradient.ts';
import { tapPairs } from './tap-pairs.ts';
import { imageShape, type Window } from '../emit/window.ts';
import { elementCount } from '../../tensor/element-count.ts';

/** With this many channels or fewer, the matrix product of one tap leaves most of a vector register unused. */
const FEW_CHANNELS = 4;

export interface FilterGradientOptions {
  readonly window: Window;
  /** 1, or the number of channels. */
  readonly groups?: number;
}

/**
 * The gradient of `convolve` with respect to its filters, `[filters, channels / groups, height, width]`.
 *
 * @param operands The image that was convolved, and the gradient with respect to the result.
 */
export function filterGradient(
  graph: GraphBuilder,
  operands: readonly [Value, Value],
  { window, groups = 1 }: FilterGradientOptions,
): Value {
  if (groups > 1) return depthwiseFilterGradient(graph, operands, window);
  const [image, gradient] = operands;
  const [, channels] = imageShape(image);
  const [, filters, height, width] = imageShape(gradient);
  if (channels <= FEW_CHANNELS) return byIm2col(graph, operands, window);
  // where images are small, a product for each image holds more numbers than its two factors
  const areImagesSmall = height * width * (filters + channels) < 2 * filters * channels;
  return areImagesSmall
    ? byTaps(graph, operands, window)
    : byTapsAndImages(graph, operands, window);
}

/**
 * One matrix product for each image: its gradient times its im2col. Fast for few channels, as in a first layer. im2col is
 * emitted as a convolution with one filter for each tap and channel: 1 at that tap and channel, 0 elsewhere.
 */
function byIm2col(graph: GraphBuilder, operands: readonly [Value, Value], window: Window): Value {
  const [image, gradient] = operands;
  const [batch, channels] = imageShape(image);
  const [, filters, height, width] = imageShape(gradient);
  const size = channels * window.size[0] * window.size[1];
  const identity = Float32Array.from({ length: size ** 2 }, (_, at) =>
    Number(at % (size + 1) === 0),
  );
  const shape = [size, channels, ...window.size];
  const taps = graph.constant(`taps:${shape.join('x')}`, shape, identity);
  const unrolled = convolve(graph, [image, taps], { window });
  const columns = reshape(graph, unrolled, [batch, size, height * width]);
  const rows = reshape(graph, gradient, [batch, filters, height * width]);
  const products = matrixProduct(graph, [rows, columns], { transposeRight: true });
  return reshape(graph, reduceSum(graph, products, [0]), [filters, channels, ...window.size]);
}

/** One matrix product for each tap and image: the gradient times the pixels that the tap multiplied. */
function byTapsAndImages(
  graph: GraphBuilder,
  operands: readonly [Value, Value],
  window: Window,
): Value {
  return filtersFromTaps(graph, { operands, window }, (pair) => {
    const products = matrixProduct(graph, flattenFrom(graph, pair, 2), { transposeRight: true });
    return reduceSum(graph, products, [0]);
  });
}

/**
 * One matrix product for each tap: the gradient times the pixels that the tap multiplied. Channels become the first axis, so
 * that a product sums over all pixels of all images.
 */
function byTaps(
  graph: GraphBuilder,
  [image, gradient]: readonly [Value, Value],
  window: Window,
): Value {
  const operands = [
    transpose(graph, image, [1, 0, 2, 3]),
    transpose(graph, gradient, [1, 0, 2, 3]),
  ] as const;
  return filtersFromTaps(graph, { operands, window }, (pair) =>
    matrixProduct(graph, flattenFrom(graph, pair, 1), { transposeRight: true }),
  );
}

/** Reshapes both values so that `axis` and all axes after it become one axis. */
function flattenFrom(
  graph: GraphBuilder,
  [left, right]: readonly [Value, Value],
  axis: number,
): [Value, Value] {
  const flatten = (value: Value): Value => {
    const shape = value.shape.map(Number);
    const rest = elementCount(shape.slice(axis));
    return reshape(graph, value, [...shape.slice(0, axis), rest]);
  };
  return [flatten(left), flatten(right)];
}

interface Taps {
  /** The image, and the gradient with respect to the result. */
  readonly operands: readonly [Value, Value];
  readonly window: Window;
}

/**
 * The gradient of all filters, tap by tap. `productOf` emits the gradient of a tap, `[..., filters, channels]`, from its
 * factors.
 */
function filtersFromTaps(
  graph: GraphBuilder,
  { operands, window }: Taps,
  productOf: (pair: readonly [Value, Value]) => Value,
): Value {
  const taps = tapPairs(graph, operands, window).map((pair) => {
    const product = productOf(pair);
    const [filters, channels] = product.shape.slice(-2) as [number, number]; // at least two axes
    return reshape(graph, product, [filters, channels, 1]);
  });
  const joined = taps.length === 1 ? taps[0]! : concatenate(graph, taps, 2); // a window has at least one tap
  return reshape(graph, joined, [joined.shape[0]!, joined.shape[1]!, ...window.size]); // three axes
}
