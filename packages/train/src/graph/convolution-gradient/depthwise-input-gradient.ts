import { convolve, depthwiseFilters } from '../emit/convolve.ts';
import { convolveTransposed } from '../emit/convolve-transposed.ts';
import { fromNchwc } from '../emit/nchwc.ts';
import { complementOf, imageShape, type Window } from '../emit/window.ts';
import type { GraphBuilder, Value } from '../ir/graph-builder.ts';
import { depthwiseInputSums, hasDepthwiseKernels } from '../kernel-nodes/depthwise-gradient.ts';

export interface DepthwiseInputGradientOptions {
  readonly window: Window;
  /** The number of channels of the image. */
  readonly channels: number;
  /** (height, width) of the image. */
  readonly size: readonly [number, number];
}

/**
 * The gradient of a depthwise convolution with respect to its image: a convolution with the rotated filters for strides of one
 * pixel, else a kernel where there is one.
 *
 * @param operands The gradient with respect to the result, and the filters, `[channels * multiplier, 1, height, width]`.
 */
export function depthwiseInputGradient(
  graph: GraphBuilder,
  operands: readonly [Value, Value],
  { window, channels, size }: DepthwiseInputGradientOptions,
): Value {
  const [gradient, filters] = operands;
  const [batch, count] = imageShape(gradient);
  const options = { window, groups: channels, size };
  if (count !== channels) return convolveTransposed(graph, operands, options);
  if (window.strides.every((stride) => stride === 1)) {
    const sliding = { window: complementOf(window), groups: channels, back: true };
    return convolve(graph, operands, sliding);
  }
  if (!hasDepthwiseKernels(graph, channels)) return convolveTransposed(graph, operands, options);
  const image = { shape: [batch, channels, ...size] };
  const ordered = [gradient, depthwiseFilters(graph, filters)] as const;
  return fromNchwc(graph, depthwiseInputSums(graph, ordered, { window, image }));
}
