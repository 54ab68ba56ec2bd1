import { cut, reshape, transpose } from '../emit/rearrange.ts';
import { reduceSum } from '../emit/reduce.ts';
import { imageShape, type Window, windowAttributes } from '../emit/window.ts';
import type { GraphBuilder, Value } from '../ir/graph-builder.ts';
import { depthwiseFilterSums, hasDepthwiseKernels } from '../kernel-nodes/depthwise-gradient.ts';

/**
 * The gradient of a depthwise convolution with respect to its filters, `[channels * multiplier, 1, height, width]`.
 *
 * @param operands The image that was convolved, and the gradient with respect to the result.
 */
export function depthwiseFilterGradient(
  graph: GraphBuilder,
  operands: readonly [Value, Value],
  window: Window,
): Value {
  const [image, gradient] = operands;
  const [, channels] = imageShape(image);
  const isSingle = gradient.shape[1] === channels;
  if (!isSingle || !hasDepthwiseKernels(graph, channels))
    return byConvolution(graph, operands, window);
  const sums = transpose(graph, depthwiseFilterSums(graph, operands, window), [0, 3, 1, 2]);
  return reshape(graph, sums, [channels, 1, ...window.size]);
}

/**
 * The products of one image and one channel are a convolution with the gradient as the filter. A stride of the window becomes a
 * distance between the pixels of that filter.
 */
function byConvolution(
  graph: GraphBuilder,
  [image, gradient]: readonly [Value, Value],
  window: Window,
): Value {
  const [batch, channels, height, width] = imageShape(image);
  const [, filters, rows, columns] = imageShape(gradient);
  const planes = Number(batch) * channels;
  const { size, strides, borders } = window;
  const { top, left, bottom, right } = borders;
  const length = [
    height + top + bottom - (rows - 1) * strides[0],
    width + left + right - (columns - 1) * strides[1],
  ] as const; // longer than the window where strides leave pixels over
  const products = graph.node(
    'Conv',
    [
      reshape(graph, image, [1, planes, height, width]),
      reshape(graph, gradient, [Number(batch) * filters, 1, rows, columns]),
    ],
    {
      shape: [1, Number(batch) * filters, ...length],
      attributes: {
        ...windowAttributes({ size: [rows, columns], strides: [1, 1], borders }),
        dilations: { ints: strides },
        group: { int: planes },
      },
    },
  );
  const taps = cut(graph, products, { start: [0, 0], count: size, stride: [1, 1] });
  const byImage = reshape(graph, taps, [Number(batch), filters, ...size]);
  return reshape(graph, reduceSum(graph, byImage, [0]), [filters, 1, ...size]);
}
