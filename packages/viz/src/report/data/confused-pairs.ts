/** One class taken for another. */
export interface ConfusedPair {
  readonly label: number;
  readonly predicted: number;
  /** Images of the class `label`, and how many of them were taken for `predicted`. */
  readonly total: number;
  readonly count: number;
}

/** The most frequent confusions, by images, then by share of their class. */
export function confusedPairs(
  confusion: readonly (readonly number[])[],
  { most }: { readonly most: number },
): ConfusedPair[] {
  return confusion
    .flatMap((row, label) => {
      const total = row.reduce((sum, count) => sum + count, 0);
      return row.map((count, predicted) => ({ label, predicted, total, count }));
    })
    .filter(({ label, predicted, count }) => label !== predicted && count > 0)
    .toSorted((a, b) => b.count - a.count || b.count / b.total - a.count / a.total)
    .slice(0, most);
}
