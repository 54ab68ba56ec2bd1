import { addProducts, discriminant, scalarProduct } from './discriminant.ts';
import type { Rows } from './rows.ts';

export interface OutOfSampleOptions {
  readonly labels: ArrayLike<number>;
  readonly classes: number;
  /** The fold of each row, from 0. */
  readonly folds: Uint8Array;
  /** As for `discriminant`. */
  readonly ridge: number;
}

/**
 * The scores of the classes for each row, by a discriminant that was fitted on the rows of the other folds.
 *
 * @returns `[count, classes]`, row by row. `-Infinity` for a class that has no rows in the other folds.
 */
export function outOfSampleScores(rows: Rows, options: OutOfSampleOptions): Float64Array {
  const { labels, classes, folds, ridge } = options;
  const { data, count, size } = rows;
  const rowAt = (row: number) => data.subarray(row * size, (row + 1) * size);
  const number = folds.reduce((most, fold) => Math.max(most, fold), 0) + 1;
  const products = Array.from({ length: number }, () => new Float64Array(size * size));
  for (let row = 0; row < count; row++) addProducts(products[folds[row]!]!, rowAt(row), 1);
  const scores = new Float64Array(count * classes);
  for (let fold = 0; fold < number; fold++) {
    const others = new Float64Array(size * size);
    for (const [at, own] of products.entries())
      if (at !== fold)
        for (let place = 0; place < own.length; place++) others[place]! += own[place]!;
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
      for (let label = 0; label < classes; label++) {
        const own = weights.subarray(label * size, (label + 1) * size);
        scores[row * classes + label] = scalarProduct(own, rowAt(row)) + biases[label]!;
      }
    }
  }
  return scores;
}
