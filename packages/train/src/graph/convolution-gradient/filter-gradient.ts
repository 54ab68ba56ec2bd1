import { convolve } from '../emit/convolve.ts';
import type { GraphBuilder, Value } from '../ir/graph-builder.ts';
import { matrixProduct } from '../emit/matrix.ts';
import { concatenate, reshape, transpose } from '../emit/rearrange.ts';
import { reduceSum } from '../emit/reduce.ts';
import { tapPairs } from './tap-pairs.ts';
import { imageShape, type Window } from '../emit/window.ts';

/** Products that are no wider than this leave most of a vector unit idle. */
const FEW_CHANNELS = 4;

/**
 * The gradient of `convolve` with respect to its kernel, `[filters, channels, height, width]`.
 *
 * @param operands The image that was convolved, and the gradient with respect to the result.
 */
export function filterGradient(
  graph: GraphBuilder,
  operands: readonly [Value, Value],
  window: Window,
): Value {
  const [image, gradient] = operands;
  const [, channels] = imageShape(image);
  const [, filters, height, width] = imageShape(gradient);
  if (channels <= FEW_CHANNELS) return byPatches(graph, operands, window);
  // products of single samples would hold more numbers than what they are made of, and those would have to be summed
  const areSmall = height * width * (filters + channels) < 2 * filters * channels;
  return areSmall ? byTaps(graph, operands, window) : byTapsAndSamples(graph, operands, window);
}

/**
 * One matrix product a sample, of the output's gradient with the patches that it came from. Fast where channels are few, as
 * in a first layer; the patches are cut out by convolving with each tap on its own.
 */
function byPatches(graph: GraphBuilder, operands: readonly [Value, Value], window: Window): Value {
  const [image, gradient] = operands;
  const [batch, channels] = imageShape(image);
  const [, filters, height, width] = imageShape(gradient);
  const patch = channels * window.size[0] * window.size[1];
  const single = Float32Array.from({ length: patch ** 2 }, (_, at) =>
    Number(at % (patch + 1) === 0),
  );
  const shape = [patch, channels, ...window.size];
  const taps = graph.constant(`taps:${shape.join('x')}`, shape, single);
  const patches = convolve(graph, [image, taps], { window });
  const columns = reshape(graph, patches, [batch, patch, height * width]);
  const rows = reshape(graph, gradient, [batch, filters, height * width]);
  const products = matrixProduct(graph, [rows, columns], { transposeRight: true });
  return reshape(graph, reduceSum(graph, products, [0]), [filters, channels, ...window.size]);
}

/** One matrix product a tap and sample, of the output's gradient with the pixels that the tap met. */
function byTapsAndSamples(
  graph: GraphBuilder,
  operands: readonly [Value, Value],
  window: Window,
): Value {
  return kernelOfTaps(graph, { operands, window }, (pair) => {
    const products = matrixProduct(graph, flat(graph, pair, 2), { transposeRight: true });
    return reduceSum(graph, products, [0]);
  });
}

/**
 * One matrix product a tap, of the output's gradient with the pixels that the tap met. Channels lie outermost for it, so
 * that each product runs over all pixels of all samples and nothing is left to sum.
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
  return kernelOfTaps(graph, { operands, window }, (pair) =>
    matrixProduct(graph, flat(graph, pair, 1), { transposeRight: true }),
  );
}

/** A pair with all axes from `axis` on as one. */
function flat(
  graph: GraphBuilder,
  [left, right]: readonly [Value, Value],
  axis: number,
): [Value, Value] {
  const one = (value: Value): Value => {
    const shape = value.shape.map(Number);
    const rest = shape.slice(axis).reduce((product, size) => product * size, 1);
    return reshape(graph, value, [...shape.slice(0, axis), rest]);
  };
  return [one(left), one(right)];
}

interface Taps {
  /** The image and the output's gradient. */
  readonly operands: readonly [Value, Value];
  readonly window: Window;
}

/** A kernel put together of what each tap makes of the output's gradient and the pixels that it met. */
function kernelOfTaps(
  graph: GraphBuilder,
  { operands, window }: Taps,
  productOf: (pair: readonly [Value, Value]) => Value,
): Value {
  const taps = tapPairs(graph, operands, window).map((pair) => {
    const product = productOf(pair);
    const [filters, channels] = product.shape.slice(-2) as [number, number];
    return reshape(graph, product, [filters, channels, 1]);
  });
  const kernel = taps.length === 1 ? taps[0]! : concatenate(graph, taps, 2); // a kernel has a tap
  return reshape(graph, kernel, [kernel.shape[0]!, kernel.shape[1]!, ...window.size]); // three axes
}
