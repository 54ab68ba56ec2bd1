import { convolve } from './convolve.ts';
import type { GraphBuilder, Value } from './graph-builder.ts';
import { matrixProduct } from './matrix.ts';
import { concatenate, cut, pad, reshape, transpose } from './rearrange.ts';
import { reduceSum } from './reduce.ts';
import { imageShape, type Window } from './window.ts';

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
  const flat = reshape(graph, patches, [batch, patch, height * width]);
  const rows = reshape(graph, gradient, [batch, filters, height * width]);
  const products = matrixProduct(graph, [rows, flat], { transposeRight: true });
  return reshape(graph, reduceSum(graph, products, [0]), [filters, channels, ...window.size]);
}

/** One matrix product a tap and sample, of the output's gradient with the pixels that the tap met. */
function byTapsAndSamples(
  graph: GraphBuilder,
  operands: readonly [Value, Value],
  window: Window,
): Value {
  const [image, gradient] = operands;
  const [batch, channels] = imageShape(image);
  const [, filters, height, width] = imageShape(gradient);
  const rows = reshape(graph, gradient, [batch, filters, height * width]);
  const padded = pad(graph, image, window.borders);
  return kernelOfTaps(graph, { padded, gradient, window }, (met) => {
    const columns = reshape(graph, met, [batch, channels, height * width]);
    const products = matrixProduct(graph, [rows, columns], { transposeRight: true });
    const sum = reduceSum(graph, products, [0]);
    return reshape(graph, sum, [filters, channels, 1]);
  });
}

/**
 * One matrix product a tap, of the output's gradient with the pixels that the tap met. Channels lie outermost for it, so
 * that each product runs over all pixels of all samples and nothing is left to sum.
 */
function byTaps(graph: GraphBuilder, operands: readonly [Value, Value], window: Window): Value {
  const [image, gradient] = operands;
  const [batch, channels] = imageShape(image);
  const [, filters, height, width] = imageShape(gradient);
  const pixels = Number(batch) * height * width;
  const padded = transpose(graph, pad(graph, image, window.borders), [1, 0, 2, 3]);
  const rows = reshape(graph, transpose(graph, gradient, [1, 0, 2, 3]), [filters, pixels]);
  return kernelOfTaps(graph, { padded, gradient, window }, (met) => {
    const columns = reshape(graph, met, [channels, pixels]);
    const product = matrixProduct(graph, [rows, columns], { transposeRight: true });
    return reshape(graph, product, [filters, channels, 1]);
  });
}

interface Taps {
  readonly padded: Value;
  readonly gradient: Value;
  readonly window: Window;
}

/** A kernel put together of what each tap makes of the pixels that it met, `[filters, channels, 1]`. */
function kernelOfTaps(
  graph: GraphBuilder,
  { padded, gradient, window: { size, strides } }: Taps,
  tapOf: (met: Value) => Value,
): Value {
  const [, , height, width] = imageShape(gradient);
  const taps: Value[] = [];
  for (let tap = 0; tap < size[0] * size[1]; tap++) {
    const start = [Math.floor(tap / size[1]), tap % size[1]] as const;
    taps.push(tapOf(cut(graph, padded, { start, count: [height, width], stride: strides })));
  }
  const kernel = taps.length === 1 ? taps[0]! : concatenate(graph, taps, 2); // a kernel has a tap
  return reshape(graph, kernel, [kernel.shape[0]!, kernel.shape[1]!, ...size]); // three axes
}
