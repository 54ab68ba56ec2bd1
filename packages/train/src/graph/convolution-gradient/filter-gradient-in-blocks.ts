import { cutPatches } from '../kernel/cut-patches.ts';
import type { GraphBuilder, Value } from '../ir/graph-builder.ts';
import { concatenate, reshape, transpose } from '../emit/rearrange.ts';
import { reduceSum } from '../emit/reduce.ts';
import { shiftedColumns } from '../kernel/shifted-columns.ts';
import { view } from '../kernel/view.ts';
import { imageShape, slideShape, type Window } from '../emit/window.ts';

/** A way from a gradient in blocks to that of the filters. */
export interface FilterGradientInBlocks {
  /** How high it takes the gradient with respect to the result: rows after the result's are zero. */
  readonly height: number;
  readonly of: (gradient: Value) => Value;
}

/**
 * The gradient of `convolve` with respect to its filters: matrix products of what they met with the gradient as it lies in
 * blocks. `undefined` where there is no such way.
 */
export function filterGradientInBlocks(
  graph: GraphBuilder,
  image: Value,
  window: Window,
): FilterGradientInBlocks | undefined {
  const [, channels, height] = imageShape(image);
  const { strides, borders } = window;
  const isShift = strides.every((stride) => stride === 1) && borders.bottom <= borders.top;
  if (channels < graph.channelBlock) {
    const [rows] = slideShape(image, window);
    return { height: rows, of: (gradient) => byPatches(graph, [image, gradient], window) };
  }
  if (channels % graph.channelBlock !== 0 || !isShift) return undefined;
  const padded = height + borders.top;
  return { height: padded, of: (gradient) => byShifts(graph, [image, gradient], window) };
}

function byShifts(graph: GraphBuilder, operands: readonly [Value, Value], window: Window): Value {
  const { channelBlock: block } = graph;
  const [image, gradient] = operands;
  const [, channels] = imageShape(image);
  const [, filters, rows, columns] = imageShape(gradient);
  const [height, width] = window.size;
  // one product a sample would be larger than the sample itself
  const areSmall = rows * columns < height * width * channels;
  const products = areSmall
    ? overSamples(graph, operands, window)
    : bySamples(graph, operands, window);
  const parts = [height, filters / block, width, channels, block];
  const ordered = transpose(
    graph,
    reshape(graph, concatenate(graph, products, 0), parts),
    [1, 4, 3, 0, 2],
  );
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
