import { cholesky } from './cholesky.ts';

/** Returns the log probability of each class, where all classes are assumed to be equally frequent. */
export type Classify = (numbers: Float64Array) => Float64Array;

/** The normal distribution of one class. */
interface NormalDistribution {
  readonly mean: Float64Array;
  /** The Cholesky factor of the covariance. */
  readonly lower: Float64Array;
}

/** Added to the diagonal of each covariance, so that it can be inverted. */
const RIDGE = 1e-3;
/** The weight of the pooled covariance in that of each class, as a number of images. */
const SHRINKAGE = 10;

/**
 * Regularised discriminant analysis: fits a normal distribution to each class, with its covariance shrunk towards the
 * pooled one. The fit is exact and needs no iterations. A class without rows has the probability 0.
 *
 * @param rows One standardised array of numbers for each sample, all of one length.
 * @see Friedman 1989, "Regularized discriminant analysis".
 */
export function gaussianClassifier(
  rows: readonly Float64Array[],
  labels: readonly number[],
  classes: number,
): Classify {
  const size = rows[0]?.length ?? 0;
  const members = Array.from({ length: classes }, (_, label) =>
    rows.filter((_row, at) => labels[at] === label),
  );
  const means = members.map((own) => meanOf(own, size));
  const scatters = members.map((own, label) => scatterOf(own, means[label]!));
  const pooled = new Float64Array(size * size);
  for (const scatter of scatters)
    scatter.forEach((value, at) => (pooled[at]! += value / rows.length));
  const distributions = members.map((own, label): NormalDistribution | undefined => {
    if (own.length === 0) return undefined;
    const covariance = scatters[label]!.map(
      (value, at) =>
        (value + SHRINKAGE * pooled[at]!) / (own.length + SHRINKAGE) +
        (at % (size + 1) === 0 ? RIDGE : 0),
    );
    return { mean: means[label]!, lower: cholesky(covariance, size) };
  });
  return (numbers) =>
    normalised(
      Float64Array.from(distributions, (own) => (own ? logDensity(own, numbers) : -Infinity)),
    );
}

function meanOf(rows: readonly Float64Array[], size: number): Float64Array {
  const mean = new Float64Array(size);
  for (const row of rows) row.forEach((value, at) => (mean[at]! += value / rows.length));
  return mean;
}

/** The sum of the outer products of the deviations, `[size, size]`. */
function scatterOf(rows: readonly Float64Array[], mean: Float64Array): Float64Array {
  const size = mean.length;
  const scatter = new Float64Array(size * size);
  for (const row of rows) {
    for (let at = 0; at < scatter.length; at++) {
      const [i, j] = [Math.floor(at / size), at % size];
      scatter[at]! += (row[i]! - mean[i]!) * (row[j]! - mean[j]!);
    }
  }
  return scatter;
}

/** The log density, without the constant that is the same for all classes. */
function logDensity({ mean, lower }: NormalDistribution, numbers: Float64Array): number {
  const size = mean.length;
  const solved = new Float64Array(size);
  let log = 0;
  for (let row = 0; row < size; row++) {
    let sum = numbers[row]! - mean[row]!;
    for (let at = 0; at < row; at++) sum -= lower[row * size + at]! * solved[at]!;
    solved[row] = sum / lower[row * size + row]!;
    log -= 0.5 * solved[row]! ** 2 + Math.log(lower[row * size + row]!);
  }
  return log;
}

/** Log probabilities whose exponentials sum to 1. */
function normalised(logs: Float64Array): Float64Array {
  const most = Math.max(...logs);
  if (most === -Infinity) return logs; // there were no rows
  const total = logs.reduce((sum, log) => sum + Math.exp(log - most), 0);
  return logs.map((log) => log - most - Math.log(total));
}
