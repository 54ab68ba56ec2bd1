import type { ImageSize } from './image-size.ts';
import type { PilMatrix } from './pil-affine.ts';

const RADIAN = Math.PI / 180;

/** Moves each row to the right by `-slope` of its distance from the top, as ShearX of torchvision. */
export function shearX(slope: number): PilMatrix {
  return { xx: 1, xy: leanOf(slope), x0: 0, yx: 0, yy: 1, y0: 0 };
}

/** Moves each column down by `-slope` of its distance from the left, as ShearY of torchvision. */
export function shearY(slope: number): PilMatrix {
  const angle = Math.atan(slope) * (180 / Math.PI) * RADIAN;
  return { xx: 1, xy: 0, x0: 0, yx: -Math.sin(-angle) / Math.cos(angle), yy: 1, y0: 0 };
}

/** torchvision turns a slope into degrees and back. */
function leanOf(slope: number): number {
  return Math.tan(Math.atan(slope) * (180 / Math.PI) * RADIAN);
}

/** Moves an image by whole pixels. */
export function translation(
  { right, down }: { readonly right: number; readonly down: number },
  size: ImageSize,
): PilMatrix {
  const x = size.width * 0.5;
  const y = size.height * 0.5;
  return { xx: 1, xy: 0, x0: -x - right + x, yx: 0, yy: 1, y0: -y - down + y };
}

/** Rotates about the centre, counter-clockwise: `Image.rotate` of Pillow. */
export function rotation(degrees: number, { height, width }: ImageSize): PilMatrix {
  const angle = -(modulo(degrees, 360) * RADIAN);
  const cosine = rounded(Math.cos(angle));
  const sine = rounded(Math.sin(angle));
  const x = width / 2;
  const y = height / 2;
  return {
    xx: cosine,
    xy: sine,
    x0: cosine * -x + sine * -y + x,
    yx: -sine,
    yy: cosine,
    y0: -sine * -x + cosine * -y + y,
  };
}

function modulo(value: number, by: number): number {
  const rest = value % by;
  return rest < 0 ? rest + by : rest;
}

/** To 15 decimals, as Pillow rounds sines and cosines. */
function rounded(value: number): number {
  return Number(value.toFixed(15));
}
