import type { GraphBuilder, Value } from '../ir/graph-builder.ts';
import { cut, pad } from '../emit/rearrange.ts';
import { imageShape, type Window } from '../emit/window.ts';

/** The output's gradient and the pixels that one tap of a kernel met, pixel beside pixel. */
type TapPair = readonly [gradient: Value, met: Value];

/**
 * For each tap of a kernel, row by row, what its gradient is a product of.
 *
 * @param operands The image that was convolved and the gradient with respect to the result. Rows and columns are the last two
 *   of their four axes; the first two may change places.
 */
export function tapPairs(
  graph: GraphBuilder,
  operands: readonly [Value, Value],
  window: Window,
): TapPair[] {
  return isShift(operands, window)
    ? shifted(graph, operands, window)
    : cutOut(graph, operands, window);
}

/**
 * Whether what taps met are shifts of the image: steps of one pixel, and no shift past the edge, which `Pad` does not
 * stand.
 */
function isShift([image, gradient]: readonly [Value, Value], { size, strides }: Window): boolean {
  const [, , , width] = imageShape(image);
  const [, , rows] = imageShape(gradient);
  return strides.every((stride) => stride === 1) && size[0] <= rows && size[1] <= width;
}

const NOWHERE = { top: 0, left: 0, bottom: 0, right: 0 };

/** The gradient shifted by the tap's row, the image by its column: fewer copies than one a tap. */
function shifted(
  graph: GraphBuilder,
  [image, gradient]: readonly [Value, Value],
  { size, borders: { top, left } }: Window,
): TapPair[] {
  const [, , height, width] = imageShape(image);
  const [, , rows, columns] = imageShape(gradient);
  const gradients = Array.from({ length: size[0] }, (_, row) => {
    const above = row - top;
    return pad(graph, gradient, { ...NOWHERE, top: above, bottom: height - rows - above });
  });
  const images = Array.from({ length: size[1] }, (_, column) => {
    const before = left - column;
    return pad(graph, image, { ...NOWHERE, left: before, right: columns - width - before });
  });
  return gradients.flatMap((below) => images.map((met) => [below, met] as const));
}

/** What each tap met, cut out of the image with its borders. */
function cutOut(
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
