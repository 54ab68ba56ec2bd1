import type { Rows } from './rows.ts';

/** Columns that vary less become 0. */
const CONSTANT = 1e-9;

/**
 * Features whose columns have mean 0 and variance 1. First each feature is replaced by its square root, with its sign kept, which
 * makes the long tails of rectified features shorter.
 *
 * @param features `[count, size]`, row by row.
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
