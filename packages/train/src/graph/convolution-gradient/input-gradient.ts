import { convolve } from '../emit/convolve.ts';
import { convolveTransposed } from '../emit/convolve-transposed.ts';
import type { GraphBuilder, Value } from '../ir/graph-builder.ts';
import type { Window } from '../emit/window.ts';

export interface InputGradientOptions {
  readonly window: Window;
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
  { window, size }: InputGradientOptions,
): Value {
  const { strides, borders } = window;
  if (strides[0] !== 1 || strides[1] !== 1)
    return convolveTransposed(graph, operands, { window, size });
  const [height, width] = window.size;
  const complement = {
    top: height - 1 - borders.top,
    left: width - 1 - borders.left,
    bottom: height - 1 - borders.bottom,
    right: width - 1 - borders.right,
  };
  return convolve(graph, operands, { window: { ...window, borders: complement }, back: true });
}
