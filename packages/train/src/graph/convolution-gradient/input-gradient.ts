import { convolve } from '../emit/convolve.ts';
import { convolveTransposed } from '../emit/convolve-transposed.ts';
import type { GraphBuilder, Value } from '../ir/graph-builder.ts';
import { complementOf, type Window } from '../emit/window.ts';
import { depthwiseInputGradient } from './depthwise-input-gradient.ts';

export interface InputGradientOptions {
  readonly window: Window;
  /** 1, or the number of channels. */
  readonly groups?: number;
  /** (height, width) of the image that was convolved. */
  readonly size: readonly [number, number];
}

/**
 * The gradient of `convolve` with respect to its image: a transposed convolution. For strides of one pixel, the faster
 * convolution with the filters rotated by 180 degrees is emitted instead.
 *
 * @param operands The gradient with respect to the result, and the filters.
 */
export function inputGradient(
  graph: GraphBuilder,
  operands: readonly [Value, Value],
  { window, groups = 1, size }: InputGradientOptions,
): Value {
  if (groups > 1)
    return depthwiseInputGradient(graph, operands, { window, channels: groups, size });
  if (window.strides.some((stride) => stride > 1))
    return convolveTransposed(graph, operands, { window, size });
  return convolve(graph, operands, { window: complementOf(window), back: true });
}
