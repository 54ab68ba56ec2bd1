import type { Plane } from './plane.ts';
import { shrink } from './shrink.ts';

const SIDE = 8;

/**
 * A perceptual hash, dHash: the image is shrunk to 8 x 9 pixels, and each bit says whether a pixel is brighter than its
 * right neighbour. Scaling, re-encoding and brightening change few bits.
 *
 * @returns 16 hexadecimal digits.
 * @see Neal Krawetz 2013, "Kind of like that".
 */
export function differenceHash(grey: Plane): string {
  const { values } = shrink(grey, { height: SIDE, width: SIDE + 1 });
  let digits = '';
  for (let row = 0; row < SIDE; row++) {
    let bits = 0;
    for (let column = 0; column < SIDE; column++) {
      const at = row * (SIDE + 1) + column;
      bits = bits * 2 + (values[at]! > values[at + 1]! ? 1 : 0);
    }
    digits += bits.toString(16).padStart(2, '0');
  }
  return digits;
}
