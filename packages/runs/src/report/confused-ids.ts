import type { PredictionRow } from '../run/read-run.ts';

/** Two classes and some images of the first that were taken for the second. */
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
 * Chooses images to show for pairs of classes that were confused: those that the model was surest of, for the pairs with most images
 * first.
 */
export function confusedIds(
  predictions: readonly PredictionRow[],
  { classes, perPair, most }: ConfusedIdsOptions,
): ConfusedIds[] {
  const pairs = new Map<string, PredictionRow[]>();
  for (const row of predictions) {
    if (row.label === row.predicted) continue;
    const key = JSON.stringify([row.label, row.predicted]);
    pairs.set(key, [...(pairs.get(key) ?? []), row]);
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
