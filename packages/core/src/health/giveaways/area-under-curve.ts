/** How well scores separate the positives from the rest. */
export interface Area {
  /** The probability that a positive scores above a negative, 0 to 1; 0.5 for guessing. */
  readonly area: number;
  /** Its standard error (Hanley & McNeil 1982). */
  readonly error: number;
}

/** The area under the ROC curve (AUC). Ties count half. It is 0.5 when there are no positives or no negatives. */
export function areaUnderCurve(
  scores: ArrayLike<number>,
  isPositive: (at: number) => boolean,
): Area {
  const all = Array.from({ length: scores.length }, (_, at) => at);
  const sorted = Float64Array.from(all.filter(isPositive), (at) => scores[at]!).sort();
  const positives = sorted.length;
  const negatives = scores.length - positives;
  if (positives === 0 || negatives === 0) return { area: 0.5, error: 0.5 };
  let wins = 0;
  for (const at of all) {
    if (isPositive(at)) continue;
    const score = scores[at]!;
    const notAbove = countBelow(sorted, (positive) => positive <= score);
    const below = countBelow(sorted, (positive) => positive < score);
    wins += positives - notAbove + (notAbove - below) / 2;
  }
  const area = wins / (positives * negatives);
  const twoPositives = area / (2 - area);
  const twoNegatives = (2 * area * area) / (1 + area);
  const variance =
    area * (1 - area) +
    (positives - 1) * (twoPositives - area * area) +
    (negatives - 1) * (twoNegatives - area * area);
  return { area, error: Math.sqrt(variance / (positives * negatives)) };
}

/** The number of values at the beginning of a sorted list for which `holds` is true (binary search). */
function countBelow(sorted: Float64Array, holds: (value: number) => boolean): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (holds(sorted[middle]!)) from = middle + 1;
    else to = middle;
  }
  return from;
}
