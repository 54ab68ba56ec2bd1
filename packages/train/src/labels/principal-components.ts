import { checkWhole, rngAt } from '@sprout/core';
import { rowAt, type Rows } from './rows.ts';
import { scalarProduct } from './scalar-product.ts';

export interface PrincipalComponentsOptions {
  /** The number of components, at least 1. There are at most as many as columns. */
  readonly components: number;
  /** The seed of the initial axes; 0 by default. */
  readonly seed?: number | undefined;
}

/** After 25 iterations, components whose eigenvalues differ by a factor of 1.2 or more have lengths with an error below 1 %. */
const ITERATIONS = 25;

/**
 * The principal components of rows whose columns have mean 0, by orthogonal iteration: the component with the largest variance first. The
 * sign of a component is arbitrary.
 *
 * @returns Fresh rows: `[count, components]`, row by row. A component without variance is 0.
 * @throws {SproutError} `option-invalid` for the number of components.
 * @see Golub & Van Loan 2013, "Matrix Computations", section 8.2.4.
 */
export function principalComponents(
  rows: Rows,
  { components, seed = 0 }: PrincipalComponentsOptions,
): Rows {
  checkWhole('components', components, { least: 1 });
  const size = Math.min(components, rows.size);
  const rng = rngAt(seed, ['principal-components']);
  let axes: Float64Array[] = Array.from({ length: size }, () =>
    Float64Array.from({ length: rows.size }, () => rng.normal(0, 1)),
  );
  for (let iteration = 0; iteration < ITERATIONS; iteration++)
    axes = orthonormal(axes.map((axis) => combined(rows, projected(rows, axis))));
  const data = new Float64Array(rows.count * size);
  for (const [at, axis] of axes.entries())
    projected(rows, axis).forEach((value, row) => (data[row * size + at] = value));
  return { data, count: rows.count, size };
}

/** The scalar product of each row with an axis. */
function projected(rows: Rows, axis: Float64Array): Float64Array {
  return Float64Array.from({ length: rows.count }, (_, row) =>
    scalarProduct(rowAt(rows, row), axis),
  );
}

/** The sum of the rows, each times its value. */
function combined({ data, count, size }: Rows, values: Float64Array): Float64Array {
  const sum = new Float64Array(size);
  for (let row = 0; row < count; row++)
    for (let at = 0; at < size; at++) sum[at]! += data[row * size + at]! * values[row]!;
  return sum;
}

/** Gram-Schmidt. An axis that is linearly dependent on those before it becomes 0. */
function orthonormal(axes: readonly Float64Array[]): Float64Array[] {
  const done: Float64Array[] = [];
  for (const axis of axes) {
    const before = length(axis);
    for (const other of done) {
      const share = scalarProduct(axis, other);
      for (let at = 0; at < axis.length; at++) axis[at]! -= share * other[at]!;
    }
    const norm = length(axis);
    done.push(axis.map((value) => (norm > 1e-9 * before ? value / norm : 0)));
  }
  return done;
}

function length(axis: Float64Array): number {
  return Math.sqrt(scalarProduct(axis, axis));
}
