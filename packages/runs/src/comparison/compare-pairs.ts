import type { ReadRun } from '../run/read-run.ts';
import { mcnemar } from './mcnemar.ts';

/** Two runs on the validation images that both have. */
export interface RunPair {
  readonly first: string;
  readonly second: string;
  /** The number of images that both runs predicted. */
  readonly shared: number;
  /** The accuracies on these images; NaN without one. */
  readonly accuracies: readonly [number, number];
  /** The numbers of images on which only one of the runs is right. */
  readonly onlyFirst: number;
  readonly onlySecond: number;
  /** The probability of such a difference between models that are equally good: see `mcnemar`. */
  readonly probability: number;
}

type Predicted = Pick<ReadRun, 'predictions'> & { readonly name: string };

/** Compares each run with each run before it. */
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

function isRight({ label, predicted }: ReadRun['predictions'][number]): boolean {
  return label === predicted;
}
