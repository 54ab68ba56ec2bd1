import type { ImageSize } from './image-size.ts';
import type { Sides } from './pad.ts';
import { roundHalfEven } from './round-half-even.ts';

const { abs, fround, max } = Math;

/**
 * The number of rows and columns that are cut off, for shares of the height and the width: rounded half to even, in single precision,
 * as imgaug 0.4.0 rounds. At least one row and one column stay.
 */
export function cutPixels({ height, width }: ImageSize, shares: Sides): Sides {
  const pixels = (length: number, share: number): number =>
    roundHalfEven(fround(length * fround(share)));
  const [top, bottom] = keepOne(height, [
    pixels(height, shares.top),
    pixels(height, shares.bottom),
  ]);
  // imgaug gives the odd pixel back to the right, where the height gives it back to the top
  const [right, left] = keepOne(width, [pixels(width, shares.right), pixels(width, shares.left)]);
  return { top, right, bottom, left };
}

type Pair = readonly [first: number, second: number];

/** Reduces what is cut off two sides of a length, by the same on both, so that 1 stays. */
function keepOne(length: number, [first, second]: Pair): Pair {
  const rest = length - (first + second);
  if (rest >= 1) return [first, second];
  const back = abs(rest) + 1;
  const [less, more] = [back >> 1, (back + 1) >> 1];
  if (more > first) return [0, max(0, second - (less + more - first))];
  if (less > second) return [max(0, first - (more + less - second)), 0];
  return [first - more, second - less];
}
