/** The range of an axis, and the values above it. */
export interface LossRange {
  readonly top: number;
  /** The largest value above the range. */
  readonly largest: number;
  /** The number of values above the range. */
  readonly above: number;
}

/** The quantile of the losses that are not spikes. */
const BODY = 0.85;
/** Fewer values are those of one epoch, of which none is a spike. */
const FEWEST = 3;
/** A value that exceeds the quantile by this factor is a spike. */
const SPIKE = 2.5;
/** The top of the axis, as a multiple of the quantile. */
const ROOM = 2;

/**
 * The range of a plot of losses with a spike, such as one at the start of a training, that would leave little height for the other
 * values: up to twice the 85 % quantile. `undefined` if the largest value is at most 2.5 times this quantile.
 *
 * @param values Finite losses of all epochs.
 */
export function lossRange(values: readonly number[]): LossRange | undefined {
  if (values.length < FEWEST) return undefined;
  const sorted = values.toSorted((a, b) => a - b);
  const body = sorted[Math.floor(BODY * (sorted.length - 1))] ?? 0;
  const largest = sorted.at(-1) ?? 0;
  if (body <= 0 || largest <= SPIKE * body) return undefined;
  const top = ROOM * body;
  return { top, largest, above: sorted.filter((value) => value > top).length };
}
