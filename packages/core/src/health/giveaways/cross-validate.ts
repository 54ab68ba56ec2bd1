import { permutation } from '../../random/permutation.ts';
import { rngAt } from '../../random/rng.ts';
import { gaussianClassifier } from './gaussian-classifier.ts';

const FOLDS = 5;

export interface CrossValidateOptions {
  readonly labels: readonly number[];
  readonly classes: number;
  /** The group of each row, a whole number. Rows of a group are in one fold. */
  readonly groups: readonly number[];
}

/**
 * Predicts each row by a classifier that was fitted on the other folds (5-fold cross-validation). The folds are drawn with
 * a fixed seed.
 *
 * @returns For each row, the log probabilities of the classes.
 */
export function crossValidate(
  rows: readonly (readonly number[])[],
  { labels, classes, groups }: CrossValidateOptions,
): Float64Array[] {
  const numbers = standardised(rows);
  const folds = drawFolds(groups);
  const predictions: Float64Array[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const training = numbers.filter((_, at) => folds[at] !== fold);
    const classify = gaussianClassifier(
      training,
      labels.filter((_, at) => folds[at] !== fold),
      classes,
    );
    numbers.forEach((row, at) => {
      if (folds[at] === fold) predictions[at] = classify(row);
    });
  }
  return predictions;
}

function drawFolds(groups: readonly number[]): number[] {
  const count = groups.reduce((most, group) => Math.max(most, group), 0) + 1;
  const order = permutation(count, rngAt(0, ['giveaways', 'folds']));
  return groups.map((group) => order[group]! % FOLDS);
}

/** Columns with mean 0 and standard deviation 1, clipped at 4 deviations. A constant column becomes 0. */
function standardised(rows: readonly (readonly number[])[]): Float64Array[] {
  const size = rows[0]?.length ?? 0;
  const columns = Array.from({ length: size }, (_, column) => {
    const mean = rows.reduce((sum, row) => sum + row[column]!, 0) / rows.length;
    const variance = rows.reduce((sum, row) => sum + (row[column]! - mean) ** 2, 0) / rows.length;
    return { mean, deviation: variance > 1e-12 ? Math.sqrt(variance) : Infinity };
  });
  return rows.map((row) =>
    Float64Array.from(columns, ({ mean, deviation }, column) =>
      Math.max(-4, Math.min(4, (row[column]! - mean) / deviation)),
    ),
  );
}
