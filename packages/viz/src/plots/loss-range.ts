/** The range of an axis, and the values above it. */
export interface LossRange {
  readonly top: number;
  /** The largest value above the range. */
  readonly largest: number;
  /** The number of values above the range. */
  readonly above: number;
}

/** The share of the values that a spike may not reach. */
const BODY = 0.85;
/** Fewer values are those of one epoch, of which none is a spike. */
const FEWEST = 3;
/** A value that exceeds the body by this factor is a spike. */
const SPIKE = 2.5;
/** The room above the body. */
const ROOM = 2;

/**
 * The range of a plot of losses in which a spike, as at the start of a training, does not press all other values together: twice
 * the 85 % quantile where the largest value exceeds this quantile by a factor of 2.5. `undefined` where all values fit.
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
