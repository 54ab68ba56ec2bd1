import type { Rows } from './rows.ts';

/** Columns with a smaller variance become 0. */
const CONSTANT = 1e-9;

/**
 * Features whose columns have mean 0 and variance 1; a constant column becomes 0. Before, each feature is replaced by the square root of
 * its absolute value, with its sign: this makes the distributions of rectified features less skewed.
 *
 * @param features `[count, size]`, row by row. Only read.
 */
export function standardisedRows(features: Float32Array, count: number): Rows {
  const size = features.length / count;
  const data = Float64Array.from(
    features,
    (value) => Math.sign(value) * Math.sqrt(Math.abs(value)),
  );
  const mean = new Float64Array(size);
  for (let at = 0; at < data.length; at++) mean[at % size]! += data[at]! / count;
  const variance = new Float64Array(size);
  for (let at = 0; at < data.length; at++)
    variance[at % size]! += (data[at]! - mean[at % size]!) ** 2 / count;
  const scale = variance.map((value) => (value > CONSTANT ? 1 / Math.sqrt(value) : 0));
  for (let at = 0; at < data.length; at++)
    data[at] = (data[at]! - mean[at % size]!) * scale[at % size]!;
  return { data, count, size };
}
