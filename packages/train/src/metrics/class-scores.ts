/** How well one class is distinguished from the others. */
export interface ClassScores {
  /** The share of the samples predicted as this class that belong to it; 0 if none was predicted. */
  readonly precision: number;
  /** The share of the samples of this class that were predicted as it; 0 if there are none. */
  readonly recall: number;
  /** The harmonic mean of precision and recall; 0 if both are 0. */
  readonly f1: number;
  /** How many samples of this class there are. */
  readonly support: number;
}

/**
 * Scores of each class, as scikit-learn's `precision_recall_fscore_support` with `zero_division=0`.
 *
 * @param counts A confusion matrix, rows the true classes.
 */
export function classScores(counts: readonly (readonly number[])[]): ClassScores[] {
  return counts.map((row, index) => {
    const hits = row[index]!;
    const support = row.reduce((sum, count) => sum + count, 0);
    const predicted = counts.reduce((sum, other) => sum + other[index]!, 0);
    const f1 = ratio(2 * hits, support + predicted);
    return { precision: ratio(hits, predicted), recall: ratio(hits, support), f1, support };
  });
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
