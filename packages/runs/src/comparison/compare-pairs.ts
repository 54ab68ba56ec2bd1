import type { PredictionRow } from '../run/read-predictions.ts';
import { mcnemar } from './mcnemar.ts';

/** Two runs, or two evaluations, on the images that both predicted. */
export interface RunPair {
  readonly first: string;
  readonly second: string;
  /** The number of these images. */
  readonly shared: number;
  /** The accuracies on these images; NaN without one. */
  readonly accuracies: readonly [number, number];
  /** The numbers of images on which only one of the two is right. */
  readonly onlyFirst: number;
  readonly onlySecond: number;
  /** The probability of a difference at least as large if both models were equally good: see `mcnemar`. */
  readonly probability: number;
}

interface Predicted {
  readonly name: string;
  readonly predictions: readonly Pick<PredictionRow, 'path' | 'label' | 'predicted'>[];
}

/** Compares each run or evaluation with each one before it. */
export function comparePairs(runs: readonly Predicted[]): RunPair[] {
  return runs.flatMap((second, at) => runs.slice(0, at).map((first) => pair(first, second)));
}

function pair(first: Predicted, second: Predicted): RunPair {
  const rights = new Map(first.predictions.map((row) => [row.path, isRight(row)]));
  const counts = { shared: 0, both: 0, onlyFirst: 0, onlySecond: 0 };
  for (const row of second.predictions) {
    const before = rights.get(row.path);
    if (before === undefined) continue;
    const after = isRight(row);
    counts.shared++;
    if (before && after) counts.both++;
    else if (before) counts.onlyFirst++;
    else if (after) counts.onlySecond++;
  }
  const { shared, both, onlyFirst, onlySecond } = counts;
  return {
    first: first.name,
    second: second.name,
    shared,
    accuracies: [(both + onlyFirst) / shared, (both + onlySecond) / shared],
    onlyFirst,
    onlySecond,
    probability: mcnemar(onlyFirst, onlySecond),
  };
}

function isRight({ label, predicted }: Pick<PredictionRow, 'label' | 'predicted'>): boolean {
  return label === predicted;
}
