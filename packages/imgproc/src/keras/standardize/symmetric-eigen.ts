import { tridiagonalise, type Tridiagonal } from './tridiagonalise.ts';

const MOST_STEPS = 60;

/** The eigenvalues of a symmetric matrix, and its eigenvectors, one a row, in the same order. */
interface SymmetricEigen {
  readonly values: Float64Array;
  readonly vectors: Float64Array;
}

/**
 * Decomposes a symmetric matrix: reflections make it tridiagonal, and the implicit QL algorithm makes that diagonal.
 *
 * @param matrix `side * side` values. Overwritten.
 * @see Golub and Van Loan, "Matrix Computations", section 8.3.
 */
export function symmetricEigen(matrix: Float64Array, side: number): SymmetricEigen {
  const { diagonal, beside, reflectors } = tridiagonalise(matrix, side);
  const vectors = new Float64Array(side * side);
  for (let at = 0; at < side; at++) vectors[at * side + at] = 1;
  for (let at = 0; at < side; at++) diagonalise({ diagonal, beside }, at, vectors);
  for (let row = 0; row < side; row++) {
    const vector = vectors.subarray(row * side, (row + 1) * side);
    for (let at = reflectors.length - 1; at >= 0; at--) reflect(vector, reflectors[at]!); // one of them
  }
  return { values: diagonal, vectors };
}

/** Repeats steps of QL until the value beside the diagonal at `at` is negligible. */
function diagonalise(
  { diagonal, beside }: Pick<Tridiagonal, 'diagonal' | 'beside'>,
  at: number,
  vectors: Float64Array,
): void {
  for (let step = 0; step < MOST_STEPS; step++) {
    let end = at;
    while (end < diagonal.length - 1 && !isNegligible(diagonal, beside, end)) end++;
    if (end === at) return;
    stepOfQl({ diagonal, beside }, { at, end }, vectors);
  }
}

function isNegligible(diagonal: Float64Array, beside: Float64Array, at: number): boolean {
  const scale = Math.abs(diagonal[at]!) + Math.abs(diagonal[at + 1]!); // at is before the last one
  return Math.abs(beside[at]!) <= Number.EPSILON * scale; // as many as the diagonal
}

/** One implicit step with the shift of Wilkinson, between `at` and `end`. */
function stepOfQl(
  { diagonal: d, beside: e }: Pick<Tridiagonal, 'diagonal' | 'beside'>,
  { at, end }: { readonly at: number; readonly end: number },
  vectors: Float64Array,
): void {
  // All indices are from at to end.
  const half = (d[at + 1]! - d[at]!) / (2 * e[at]!);
  const root = Math.hypot(half, 1);
  let g = d[end]! - d[at]! + e[at]! / (half + (half >= 0 ? root : -root));
  let sine = 1;
  let cosine = 1;
  let shift = 0;
  for (let i = end - 1; i >= at; i--) {
    const f = sine * e[i]!;
    const b = cosine * e[i]!;
    const r = Math.hypot(f, g);
    e[i + 1] = r;
    if (r === 0) {
      d[i + 1]! -= shift;
      e[end] = 0;
      return;
    }
    sine = f / r;
    cosine = g / r;
    g = d[i + 1]! - shift;
    const next = (d[i]! - g) * sine + 2 * cosine * b;
    shift = sine * next;
    d[i + 1] = g + shift;
    g = cosine * next - b;
    rotateRows(vectors, { row: i, side: d.length, sine, cosine });
  }
  d[at]! -= shift;
  e[at] = g;
  e[end] = 0;
}

interface Rotation {
  readonly row: number;
  readonly side: number;
  readonly sine: number;
  readonly cosine: number;
}

function rotateRows(vectors: Float64Array, { row, side, sine, cosine }: Rotation): void {
  const upper = row * side;
  const lower = upper + side;
  for (let at = 0; at < side; at++) {
    const first = vectors[upper + at]!; // both rows have side values
    const second = vectors[lower + at]!;
    vectors[lower + at] = sine * first + cosine * second;
    vectors[upper + at] = cosine * first - sine * second;
  }
}

function reflect(vector: Float64Array, reflector: Float64Array): void {
  const start = vector.length - reflector.length;
  let product = 0;
  reflector.forEach((value, at) => (product += value * vector[start + at]!)); // the reflector is the shorter one
  reflector.forEach((value, at) => (vector[start + at]! -= 2 * product * value)); // the reflector is the shorter one
}
