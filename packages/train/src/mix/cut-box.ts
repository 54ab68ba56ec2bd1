import type { DrawnMix } from './draw-mix.ts';

/** A box of pixels: columns from `left` to `right - 1`, rows from `top` to `bottom - 1`. */
export interface CutBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * The box of CutMix in an image, as in torchvision. Its sides are the sides of the image times the square root of `1 - share`, rounded down
 * to even numbers of pixels. The part outside the image is cut off.
 */
export function cutBox(
  { share, x, y }: Extract<DrawnMix, { way: 'cutMix' }>,
  { height, width }: { readonly height: number; readonly width: number },
): CutBox {
  const radius = 0.5 * Math.sqrt(1 - share);
  const [column, row] = [Math.floor(x * width), Math.floor(y * height)];
  const [halfWidth, halfHeight] = [Math.trunc(radius * width), Math.trunc(radius * height)];
  return {
    left: Math.max(column - halfWidth, 0),
    top: Math.max(row - halfHeight, 0),
    right: Math.min(column + halfWidth, width),
    bottom: Math.min(row + halfHeight, height),
  };
}
