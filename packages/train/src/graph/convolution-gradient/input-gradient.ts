import { convolve } from '../emit/convolve.ts';
import type { GraphBuilder, Value } from '../ir/graph-builder.ts';
import { imageShape, spread, type Window } from '../emit/window.ts';

export interface InputGradientOptions {
  readonly window: Window;
  /** (height, width) of the image that was convolved. */
  readonly size: readonly [number, number];
}

/**
 * The gradient of `convolve` with respect to its image. With steps of one pixel it is a convolution too, with the kernel
 * turned and its channels swapped, which is faster than the general way.
 *
 * @param operands The gradient with respect to the result, and the kernel.
 */
export function inputGradient(
  graph: GraphBuilder,
  operands: readonly [Value, Value],
  { window, size }: InputGradientOptions,
): Value {
  const { strides, borders } = window;
  if (strides[0] !== 1 || strides[1] !== 1) return spread(graph, operands, { window, size });
  const [height, width] = window.size;
  const opposite = {
    top: height - 1 - borders.top,
    left: width - 1 - borders.left,
    bottom: height - 1 - borders.bottom,
    right: width - 1 - borders.right,
  };
  return convolve(graph, operands, { window: { ...window, borders: opposite }, back: true });
}

/** (height, width) of an image. */
export function imageSize(image: Value): readonly [number, number] {
  const [, , height, width] = imageShape(image);
  return [height, width];
}
