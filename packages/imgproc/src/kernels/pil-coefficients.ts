import type { ResamplingFilter } from './pil-filters.ts';

/** Fraction bits of a fixed-point weight: of 32 bits, 8 hold the pixel and 2 the overshoot of negative lobes. */
export const PRECISION_BITS = 32 - 8 - 2;

/** The source positions that contribute to each target position, and their fixed-point weights. */
export interface PilCoefficients {
  /** The first source position of each target position. */
  readonly starts: Int32Array;
  /** The number of source positions of each target position. */
  readonly counts: Int32Array;
  /** `taps` weights for each target position, of which the first `counts[n]` are in use. */
  readonly weights: Int32Array;
  readonly taps: number;
}

/**
 * The weights of one axis. Where the axis shrinks the filter is widened, so that every source pixel contributes.
 *
 * @see `precompute_coeffs` and `normalize_coeffs_8bpc` of Pillow's `src/libImaging/Resample.c`.
 */
export function pilCoefficients(
  from: number,
  to: number,
  filter: ResamplingFilter,
): PilCoefficients {
  const scale = from / to;
  const stretch = Math.max(scale, 1);
  const support = filter.support * stretch;
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
      exact[tap] = filter.weight((tap + start - centre + 0.5) * (1 / stretch));
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
