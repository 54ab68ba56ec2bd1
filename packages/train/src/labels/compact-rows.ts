import { cholesky } from './cholesky.ts';
import type { Rows } from './rows.ts';

/** Added to the diagonal, relative to its mean, so that rows that depend on others have a factor. */
const JITTER = 1e-9;

/**
 * Rows with the same scalar products and at most as many columns as rows. A classifier that depends on scalar products only, such as
 * `discriminant`, gives the same answers on them, and is fitted sooner. Rows that are short already are returned as they are.
 */
export function compactRows(rows: Rows): Rows {
  const { count, size } = rows;
  if (size <= count) return rows;
  const data = scalarProducts(rows);
  let trace = 0;
  for (let row = 0; row < count; row++) trace += data[row * count + row]!;
  for (let row = 0; row < count; row++)
    data[row * count + row]! += JITTER * (trace / count) + Number.MIN_VALUE;
  cholesky(data, count);
  return { data, count, size: count };
}

/** The lower triangle of the matrix of the scalar products of the rows. */
function scalarProducts({ data, count, size }: Rows): Float64Array {
  const products = new Float64Array(count * count);
  for (let row = 0; row < count; row++) {
    const own = data.subarray(row * size, (row + 1) * size);
    for (let other = 0; other <= row; other++) {
      const start = other * size;
      let [even, odd] = [0, 0]; // two sums depend less on each other than one
      for (let at = 0; at + 1 < size; at += 2) {
        even += own[at]! * data[start + at]!;
        odd += own[at + 1]! * data[start + at + 1]!;
      }
      if (size % 2 === 1) even += own[size - 1]! * data[start + size - 1]!;
      products[row * count + other] = even + odd;
    }
  }
  return products;
}
