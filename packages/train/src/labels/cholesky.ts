/**
 * Replaces a symmetric positive definite matrix by its Cholesky factor: the lower triangular `L` with `L L'` equal to the matrix. Only the
 * lower triangle is read; the upper one becomes 0.
 *
 * @param matrix `[size, size]`, row by row.
 */
export function cholesky(matrix: Float64Array, size: number): void {
  for (let row = 0; row < size; row++) {
    const own = matrix.subarray(row * size, (row + 1) * size);
    for (let column = 0; column <= row; column++) {
      const other = matrix.subarray(column * size, column * size + column);
      let sum = own[column]!;
      for (let at = 0; at < column; at++) sum -= own[at]! * other[at]!;
      own[column] = row === column ? Math.sqrt(sum) : sum / matrix[column * size + column]!;
    }
    own.fill(0, row + 1);
  }
}

/** Replaces `b` by the solution `x` of `L L' x = b`. @param lower `L`, as `cholesky` computes it. */
export function solveCholesky(lower: Float64Array, b: Float64Array): void {
  const size = b.length;
  for (let row = 0; row < size; row++) {
    let sum = b[row]!;
    for (let at = 0; at < row; at++) sum -= lower[row * size + at]! * b[at]!;
    b[row] = sum / lower[row * size + row]!;
  }
  for (let row = size - 1; row >= 0; row--) {
    const value = b[row]! / lower[row * size + row]!;
    b[row] = value;
    for (let at = 0; at < row; at++) b[at]! -= lower[row * size + at]! * value;
  }
}
