import { roundHalfEven } from './round-half-even.ts';

const { fround } = Math;

/** The hues of OpenCV: half degrees of the colour circle, 0 to 179. */
export const HUES = 180;

/** A divisor table of OpenCV's integer HSV: `scale / value` with 12 fractional bits, and 0 for the value 0. */
function divisors(scale: number): Int32Array {
  return Int32Array.from({ length: 256 }, (_, value) =>
    value === 0 ? 0 : roundHalfEven((scale * 4096) / value),
  );
}

/** By the value: the factor from the range of the channels to a saturation of 0 to 255. */
export const SATURATION_DIVISORS = divisors(255);
/** By the range of the channels: the factor to a sixth of the hues. */
export const HUE_DIVISORS = divisors(HUES / 6);

/** Each byte divided by 255 as OpenCV does it, in single precision. */
export const PARTS_OF_255 = Float32Array.from({ length: 256 }, (_, value) =>
  fround(value * fround(1 / 255)),
);
