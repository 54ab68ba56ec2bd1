import { addProducts, type Discriminant, discriminant } from './discriminant.ts';
import { rowAt, type Rows } from './rows.ts';
import { scalarProduct } from './scalar-product.ts';

export interface OutOfSampleOptions {
  /** The class of each row, 0 to `classes - 1`. */
  readonly labels: ArrayLike<number>;
  readonly classes: number;
  /** The fold of each row, from 0. */
  readonly folds: Uint8Array;
  /** As for `discriminant`. */
  readonly ridge: number;
  /** Called after each fold, with the number of rows that have scores. */
  readonly onProgress?: ((done: number) => void) | undefined;
}

/**
 * The scores of the classes for each row, by a discriminant that is fitted on the rows of the other folds.
 *
 * @returns `[count, classes]`, row by row. `-Infinity` for a class that has no rows in the other folds.
 */
export function outOfSampleScores(rows: Rows, options: OutOfSampleOptions): Float64Array {
  const { labels, classes, folds, ridge, onProgress } = options;
  const { count, size } = rows;
  const number = folds.reduce((most, fold) => Math.max(most, fold), 0) + 1;
  const products = Array.from({ length: number }, () => new Float64Array(size * size));
  for (let row = 0; row < count; row++) addProducts(products[folds[row]!]!, rowAt(rows, row), 1);
  const scores = new Float64Array(count * classes);
  let done = 0;
  for (let fold = 0; fold < number; fold++) {
    const others = sumOf(
      products.filter((_, at) => at !== fold),
      size * size,
    );
    const uses = (row: number) => folds[row] !== fold;
    const { weights, biases } = discriminant(rows, {
      labels,
      classes,
      uses,
      products: others,
      ridge,
    });
    for (let row = 0; row < count; row++) {
      if (uses(row)) continue;
      scores.set(scoresOf(rowAt(rows, row), { weights, biases }), row * classes);
      done++;
    }
    onProgress?.(done);
  }
  return scores;
}

function scoresOf(row: Float64Array, { weights, biases }: Discriminant): Float64Array {
  return biases.map((bias, label) => {
    const own = weights.subarray(label * row.length, (label + 1) * row.length);
    return scalarProduct(own, row) + bias;
  });
}

function sumOf(matrices: readonly Float64Array[], length: number): Float64Array {
  const sum = new Float64Array(length);
  for (const matrix of matrices) for (let at = 0; at < length; at++) sum[at]! += matrix[at]!;
  return sum;
}
