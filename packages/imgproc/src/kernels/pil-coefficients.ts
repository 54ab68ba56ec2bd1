import type { PilKernel } from './pil-filters.ts';

/** Bits after the point of a weight: 8 are the pixel's, 2 are headroom for the overshoot of negative lobes. */
export const PRECISION_BITS = 32 - 8 - 2;

/** Which source positions make a target position, and with which fixed-point weights. */
export interface PilCoefficients {
  /** The first source position of each target position. */
  readonly starts: Int32Array;
  /** How many source positions each target position takes. */
  readonly counts: Int32Array;
  /** `taps` weights for each target position, of which the first `counts[n]` are in use. */
  readonly weights: Int32Array;
  readonly taps: number;
}

/**
 * The weights of one axis. When the axis shrinks the kernel grows with it, so that every source pixel takes part.
 *
 * @see `precompute_coeffs` and `normalize_coeffs_8bpc` of Pillow's `src/libImaging/Resample.c`.
 */
export function pilCoefficients(from: number, to: number, kernel: PilKernel): PilCoefficients {
  const scale = from / to;
  const stretch = Math.max(scale, 1);
  const support = kernel.support * stretch;
  const taps = Math.ceil(support) * 2 + 1;
  const starts = new Int32Array(to);
  const counts = new Int32Array(to);
  const weights = new Int32Array(to * taps);
  const exact = new Float64Array(taps);
  for (let target = 0; target < to; target++) {
    const centre = (target + 0.5) * scale;
    const start = Math.max(0, Math.trunc(centre - support + 0.5));
    const count = Math.min(from, Math.trunc(centre + support + 0.5)) - start;
    starts[target] = start;
    counts[target] = count;
    let sum = 0;
    for (let tap = 0; tap < count; tap++) {
      exact[tap] = kernel.weight((tap + start - centre + 0.5) * (1 / stretch));
      sum += exact[tap]!;
    }
    for (let tap = 0; tap < count; tap++) {
      weights[target * taps + tap] = toFixedPoint(sum === 0 ? exact[tap]! : exact[tap]! / sum);
    }
  }
  return { starts, counts, weights, taps };
}

/** Rounds half away from zero. */
function toFixedPoint(weight: number): number {
  const scaled = weight * (1 << PRECISION_BITS);
  return Math.trunc(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
}
