/** A true class, and another class that was predicted for some of its images. */
export interface ConfusedPair {
  readonly label: number;
  readonly predicted: number;
  /** The number of images of the class `label`, and the number of them that were predicted as `predicted`. */
  readonly total: number;
  readonly count: number;
}

/** The most frequent confusions: sorted by the number of images, then by their share of the class. */
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
