/** A symmetric matrix that is zero outside three diagonals. */
export interface Tridiagonal {
  readonly diagonal: Float64Array;
  /** The values beside the diagonal; the last one is 0. */
  readonly beside: Float64Array;
  /** The unit vectors of the reflections that made it, the first one first; each acts on the last values of a vector. */
  readonly reflectors: readonly Float64Array[];
}

/**
 * Makes a symmetric matrix tridiagonal by Householder's reflections.
 *
 * @param matrix `side * side` values. Overwritten.
 */
export function tridiagonalise(matrix: Float64Array, side: number): Tridiagonal {
  const diagonal = new Float64Array(side);
  const beside = new Float64Array(side);
  const reflectors: Float64Array[] = [];
  for (let at = 0; at < side; at++) {
    const row = matrix.subarray(at * side, (at + 1) * side);
    diagonal[at] = row[at]!; // a square matrix
    const { reflector, length } = reflectorOf(row.subarray(at + 1));
    if (at + 1 < side) beside[at] = length;
    if (at + 2 < side) {
      reflectors.push(reflector);
      applyTo(matrix, reflector, side);
    }
  }
  return { diagonal, beside, reflectors };
}

/** The unit vector whose reflection maps a vector to its first axis, and the coordinate of the result there. */
function reflectorOf(vector: Float64Array): { reflector: Float64Array; length: number } {
  const norm = Math.hypot(...chunkNorms(vector));
  const first = vector[0] ?? 0;
  if (vector.length < 2 || norm === 0)
    return { reflector: new Float64Array(vector.length), length: first };
  const length = first > 0 ? -norm : norm;
  const reflector = vector.slice();
  reflector[0] = first - length;
  const own = Math.hypot(...chunkNorms(reflector));
  return { reflector: reflector.map((value) => value / own), length };
}

/** The norms of parts of a vector: a call takes a limited number of arguments. */
function chunkNorms(vector: Float64Array): number[] {
  const norms: number[] = [];
  for (let at = 0; at < vector.length; at += 1024)
    norms.push(Math.hypot(...vector.subarray(at, at + 1024)));
  return norms;
}

/** Reflects the last rows and columns of a matrix, as many as the reflector has values. */
function applyTo(matrix: Float64Array, reflector: Float64Array, side: number): void {
  const start = side - reflector.length;
  const rowAt = (at: number): Float64Array =>
    matrix.subarray((start + at) * side + start, (start + at + 1) * side);
  const image = reflector.map((_, at) => dot(rowAt(at), reflector));
  const share = dot(image, reflector);
  const change = image.map((value, at) => value - share * reflector[at]!); // as long as the image
  for (let i = 0; i < reflector.length; i++) {
    const row = rowAt(i);
    const [left, right] = [2 * reflector[i]!, 2 * change[i]!]; // both are as long
    for (let j = 0; j < row.length; j++) row[j]! -= left * change[j]! + right * reflector[j]!; // all are as long
  }
}

/** The scalar product of two vectors of one length. */
export function dot(left: Float64Array, right: Float64Array): number {
  let total = 0;
  for (let at = 0; at < left.length; at++) total += left[at]! * right[at]!; // within both
  return total;
}
