import { roundHalfEven } from './round-half-even.ts';

/** The weights are whole numbers with this sum. */
const WHOLE = 256;
/** `cv2.GaussianBlur` makes the window of bytes this many deviations wide. */
const WIDTH = 6;

/** The side of the window that `cv2.GaussianBlur` takes for a deviation where none is given: odd. */
export function gaussianSize(deviation: number): number {
  return roundHalfEven(deviation * WIDTH + 1) | 1;
}

/**
 * The weights of a Gaussian window in 256ths, from the middle outwards, as `cv2.GaussianBlur` rounds them for bytes: from
 * the outside in, each with the error of the one before; the middle is the rest. Weights of 0 at the end are left out.
 *
 * @param size The side of the window: odd.
 */
export function gaussianTaps(deviation: number, size = gaussianSize(deviation)): Uint16Array {
  const radius = size >> 1;
  const scale = -0.5 / (deviation * deviation);
  const curve = Array.from({ length: radius + 1 }, (_, at) => Math.exp(scale * at * at));
  const sum = curve.reduce((total, value, at) => total + (at === 0 ? value : 2 * value), 0);
  const taps = new Uint16Array(radius + 1);
  let error = 0;
  let outside = 0;
  for (let at = radius; at > 0; at--) {
    const exact = (WHOLE * curve[at]!) / sum + error;
    taps[at] = roundHalfEven(exact);
    error = exact - taps[at]!;
    outside += taps[at]!;
  }
  taps[0] = WHOLE - 2 * outside;
  return taps.subarray(0, taps.findLastIndex((tap) => tap > 0) + 1);
}
