/**
 * The Cholesky factor of a symmetric positive definite matrix: the lower triangle `L` with `L L'` equal to the matrix.
 *
 * @param matrix `[size, size]`, row by row.
 */
export function cholesky(matrix: Float64Array, size: number): Float64Array {
  const lower = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column]!;
      for (let at = 0; at < column; at++)
        sum -= lower[row * size + at]! * lower[column * size + at]!;
      lower[row * size + column] =
        row === column ? Math.sqrt(sum) : sum / lower[column * size + column]!;
    }
  }
  return lower;
}
