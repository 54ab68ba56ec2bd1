import type { GraphBuilder, Value } from './graph-builder.ts';
import { concatenate, reshape, transpose } from './rearrange.ts';
import { reduceSum } from './reduce.ts';
import { shiftedColumns } from './shifted-columns.ts';
import { view } from './view.ts';
import { imageShape, type Window } from './window.ts';

/**
 * The gradient of `convolve` with respect to its kernel, from a gradient in blocks: one matrix product a row of the kernel, sample and block
 * of filters, without a copy of the gradient. Steps are of one pixel, and the lower border is no higher than the upper.
 *
 * @param operands The image that was convolved; and the gradient with respect to the result, in blocks, as high as the image with its
 *   upper border: rows after the result's are zero.
 */
export function filterGradientInBlocks(
  graph: GraphBuilder,
  [image, gradient]: readonly [Value, Value],
  window: Window,
): Value {
  const { channelBlock: block } = graph;
  const [, channels] = imageShape(image);
  const [batch, filters, rows, columns] = imageShape(gradient);
  const [height, width] = window.size;
  const blocks = filters / block;
  const right = view(graph, gradient, { shape: [Number(batch), blocks, rows * columns, block] });
  const products = shiftedColumns(graph, image, { window, size: [rows, columns] }).map((met) => {
    const [samples, patch, pixels] = met.shape.map(Number) as [number, number, number];
    const left = view(graph, met, { shape: [samples, 1, patch, pixels] });
    const product = graph.node('MatMul', [left, right], {
      shape: [samples, blocks, patch, block],
    });
    return reduceSum(graph, product, [0]);
  });
  const parts = [height, blocks, width, channels, block];
  const kernel = reshape(graph, concatenate(graph, products, 0), parts);
  const ordered = transpose(graph, kernel, [1, 4, 3, 0, 2]);
  return reshape(graph, ordered, [filters, channels, height, width]);
}
