import type { GraphBuilder, Value } from '../ir/graph-builder.ts';
import { cut, pad } from '../emit/rearrange.ts';
import { imageShape, type Window } from '../emit/window.ts';

/**
 * The gradient with respect to the result of a convolution, and the pixels of the image that one tap multiplied, of the same
 * size.
 */
type TapPair = readonly [gradient: Value, pixels: Value];

/**
 * For each tap of a window, row by row: the two factors of the gradient with respect to the weights of the tap.
 *
 * @param operands The image that was convolved, and the gradient with respect to the result. Rows and columns are the last
 *   two of their four axes; the order of the first two does not matter.
 */
export function tapPairs(
  graph: GraphBuilder,
  operands: readonly [Value, Value],
  window: Window,
): TapPair[] {
  return canShift(operands, window)
    ? shiftedPairs(graph, operands, window)
    : cutPairs(graph, operands, window);
}

/**
 * Whether the pixels of a tap are a shifted image: strides are one pixel, and no shift exceeds the image, which onnxruntime's
 * `Pad` does not accept.
 */
function canShift([image, gradient]: readonly [Value, Value], { size, strides }: Window): boolean {
  const [, , , width] = imageShape(image);
  const [, , rows] = imageShape(gradient);
  return strides.every((stride) => stride === 1) && size[0] <= rows && size[1] <= width;
}

const NO_BORDERS = { top: 0, left: 0, bottom: 0, right: 0 };

/**
 * Shifts the gradient by the row of the tap and the image by its column. A window of `h` by `w` taps needs `h + w` copies
 * instead of `h * w`.
 */
function shiftedPairs(
  graph: GraphBuilder,
  [image, gradient]: readonly [Value, Value],
  { size, borders: { top, left } }: Window,
): TapPair[] {
  const [, , height, width] = imageShape(image);
  const [, , rows, columns] = imageShape(gradient);
  const gradients = Array.from({ length: size[0] }, (_, row) => {
    const above = row - top;
    return pad(graph, gradient, { ...NO_BORDERS, top: above, bottom: height - rows - above });
  });
  const images = Array.from({ length: size[1] }, (_, column) => {
    const before = left - column;
    return pad(graph, image, { ...NO_BORDERS, left: before, right: columns - width - before });
  });
  return gradients.flatMap((shifted) => images.map((pixels) => [shifted, pixels] as const));
}

/** Cuts the pixels of each tap out of the image with its borders. */
function cutPairs(
  graph: GraphBuilder,
  [image, gradient]: readonly [Value, Value],
  { size, strides, borders }: Window,
): TapPair[] {
  const [, , height, width] = imageShape(gradient);
  const padded = pad(graph, image, borders);
  return Array.from({ length: size[0] * size[1] }, (_, tap) => {
    const start = [Math.floor(tap / size[1]), tap % size[1]] as const;
    return [gradient, cut(graph, padded, { start, count: [height, width], stride: strides })];
  });
}
