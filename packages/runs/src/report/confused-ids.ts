import type { PredictionRow } from '../run/read-predictions.ts';

/** Two classes, and some images of the first that were predicted as the second. */
export interface ConfusedIds {
  /** Positions in the class map. */
  readonly label: number;
  readonly predicted: number;
  readonly ids: readonly string[];
}

export interface ConfusedIdsOptions {
  readonly classes: readonly string[];
  /** Of each pair of classes. */
  readonly perPair: number;
  /** In all. */
  readonly most: number;
}

/**
 * Chooses images to show for the pairs of classes that were confused: those with the largest probability of the wrong class. The pairs
 * with the most images come first.
 */
export function confusedIds(
  predictions: readonly PredictionRow[],
  { classes, perPair, most }: ConfusedIdsOptions,
): ConfusedIds[] {
  const pairs = new Map<string, PredictionRow[]>();
  for (const row of predictions) {
    if (row.label === row.predicted) continue;
    const key = JSON.stringify([row.label, row.predicted]);
    const rows = pairs.get(key);
    if (rows === undefined) pairs.set(key, [row]);
    else rows.push(row);
  }
  let left = most;
  const sorted = [...pairs.values()].toSorted((a, b) => b.length - a.length);
  return sorted.flatMap((rows) => {
    const shown = rows
      .toSorted((a, b) => b.probability - a.probability)
      .slice(0, Math.min(perPair, left));
    left -= shown.length;
    const [first] = rows;
    if (first === undefined || shown.length === 0) return [];
    const [label, predicted] = [classes.indexOf(first.label), classes.indexOf(first.predicted)];
    return [{ label, predicted, ids: shown.map(({ path }) => path) }];
  });
}
