import type { DrawnMix } from './draw-mix.ts';

/** A box of pixels: `left` and `top` belong to it, `right` and `bottom` do not. */
export interface CutBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * The box of CutMix in an image. As in torchvision, its sides are those of the image times the square root of `1 - share`, rounded down to
 * even numbers, and it is cut off at the borders.
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
