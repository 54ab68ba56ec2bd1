import { cholesky, solveCholesky } from './cholesky.ts';
import type { Rows } from './rows.ts';
import { scalarProduct } from './scalar-product.ts';

export interface DiscriminantOptions {
  /** The class of each row, 0 to `classes - 1`. */
  readonly labels: ArrayLike<number>;
  readonly classes: number;
  /** Whether the classifier is fitted on a row. */
  readonly uses: (row: number) => boolean;
  /** The sum of the outer products of the rows that are used, `[size, size]`, row by row, lower triangle. It is overwritten. */
  readonly products: Float64Array;
  /** The number that is added to the diagonal of the scatter matrix, in units of the trace of the matrix divided by the number of rows. */
  readonly ridge: number;
}

/** One linear function of a row for each class. The predicted class is that of the largest value. */
export interface Discriminant {
  /** `[classes, size]`, row by row. */
  readonly weights: Float64Array;
  /** `-Infinity` for a class without rows. */
  readonly biases: Float64Array;
}

/**
 * Linear discriminant analysis with a ridge. The classes are modelled as normal distributions with a common covariance and equal prior
 * probabilities. The fit is exact: one Cholesky factorisation, no iterations.
 *
 * @see Hastie, Tibshirani & Friedman 2009, "The Elements of Statistical Learning", section 4.3.1.
 */
export function discriminant(rows: Rows, options: DiscriminantOptions): Discriminant {
  const { size } = rows;
  const { products: scatter, ridge, classes } = options;
  const { means, counts } = classMeans(rows, options);
  for (const [label, count] of counts.entries()) {
    const mean = means.subarray(label * size, (label + 1) * size);
    addProducts(scatter, mean, -count);
  }
  let trace = 0;
  for (let at = 0; at < size; at++) trace += scatter[at * size + at]!;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const added = (ridge * trace) / total || 1; // equal rows have a scatter of 0, which is not positive definite
  for (let at = 0; at < size; at++) scatter[at * size + at]! += added;
  cholesky(scatter, size);
  const weights = means.slice();
  const biases = new Float64Array(classes);
  for (let label = 0; label < classes; label++) {
    const own = weights.subarray(label * size, (label + 1) * size);
    solveCholesky(scatter, own);
    const mean = means.subarray(label * size, (label + 1) * size);
    biases[label] = counts[label] === 0 ? -Infinity : -0.5 * scalarProduct(own, mean);
  }
  return { weights, biases };
}

/** Adds the outer product of a row, times a factor, to the lower triangle of a matrix. */
export function addProducts(matrix: Float64Array, row: Float64Array, factor: number): void {
  const size = row.length;
  for (let i = 0; i < size; i++) {
    const value = factor * row[i]!;
    if (value === 0) continue; // about half of a Cholesky factor is 0
    for (let j = 0; j <= i; j++) matrix[i * size + j]! += value * row[j]!;
  }
}

function classMeans(
  { data, count, size }: Rows,
  { labels, classes, uses }: Pick<DiscriminantOptions, 'labels' | 'classes' | 'uses'>,
) {
  const means = new Float64Array(classes * size);
  const counts = new Float64Array(classes);
  for (let row = 0; row < count; row++) {
    if (!uses(row)) continue;
    const label = labels[row]!;
    counts[label]!++;
    for (let at = 0; at < size; at++) means[label * size + at]! += data[row * size + at]!;
  }
  for (let at = 0; at < means.length; at++)
    means[at]! /= Math.max(1, counts[Math.floor(at / size)]!);
  return { means, counts };
}
