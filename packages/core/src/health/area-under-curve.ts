/** How well scores tell the positives from the rest. */
export interface Area {
  /** The chance that a positive scores above a negative, 0 to 1; 0.5 by guessing. */
  readonly area: number;
  /** Its standard error (Hanley & McNeil 1982). */
  readonly error: number;
}

/** The area under the ROC curve; ties count half. Without positives or negatives: 0.5. */
export function areaUnderCurve(
  scores: ArrayLike<number>,
  isPositive: (at: number) => boolean,
): Area {
  const order = Array.from({ length: scores.length }, (_, at) => at).toSorted(
    (a, b) => scores[a]! - scores[b]!,
  );
  let positives = 0;
  let rankSum = 0;
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && scores[order[to]!] === scores[order[from]!]) to++;
    const tied = order.slice(from, to).filter(isPositive).length;
    positives += tied;
    rankSum += (tied * (from + 1 + to)) / 2;
    from = to;
  }
  const negatives = scores.length - positives;
  if (positives === 0 || negatives === 0) return { area: 0.5, error: 0.5 };
  const area = (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
  const twoPositives = area / (2 - area);
  const twoNegatives = (2 * area * area) / (1 + area);
  const variance =
    area * (1 - area) +
    (positives - 1) * (twoPositives - area * area) +
    (negatives - 1) * (twoNegatives - area * area);
  return { area, error: Math.sqrt(variance / (positives * negatives)) };
}
