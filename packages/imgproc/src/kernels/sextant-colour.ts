/**
 * The values of a colour in one of the six sextants of the colour circle, 0 to 5: one channel has the largest value (`top`), one the smallest
 * (`low`), and the third one rises or falls between them with the hue.
 */
export interface SextantColour {
  readonly sextant: number;
  readonly top: number;
  readonly falling: number;
  readonly rising: number;
  readonly low: number;
}

/** Writes red, green and blue. */
export function putColour(
  target: Uint8Array | Uint8ClampedArray,
  at: number,
  { sextant, top, falling, rising, low }: SextantColour,
): void {
  target[at] =
    sextant === 0 || sextant === 5 ? top : sextant === 1 ? falling : sextant === 4 ? rising : low;
  target[at + 1] =
    sextant === 1 || sextant === 2 ? top : sextant === 0 ? rising : sextant === 3 ? falling : low;
  target[at + 2] =
    sextant === 3 || sextant === 4 ? top : sextant === 2 ? rising : sextant === 5 ? falling : low;
}

/** For each sextant, the places of red, green and blue among `top`, `falling`, `rising` and `low`. */
const PLACES = [
  [0, 2, 3],
  [1, 0, 3],
  [3, 0, 2],
  [3, 1, 0],
  [2, 3, 0],
  [0, 3, 1],
] as const;

/** The order of the channels in a sextant, as the kernels need it: four times each place, a byte for each channel. */
export function orderOf(sextant: number): number {
  const [red, green, blue] = PLACES[sextant]!;
  return 4 * (red | (green << 8) | (blue << 16));
}
