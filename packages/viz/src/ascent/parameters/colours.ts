/**
 * A square root of the covariance of the colours of ImageNet's photographs, divided by the length of its longest column, as in
 * lucid: three channels that are not correlated become red, green and blue.
 */
const SQUARE_ROOT = [
  [0.26, 0.09, 0.02],
  [0.27, 0, -0.05],
  [0.27, -0.09, 0.03],
];
const LONGEST = Math.max(
  ...[0, 1, 2].map((column) => Math.hypot(...SQUARE_ROOT.map((row) => row[column]!))),
);
const MATRIX = SQUARE_ROOT.map((row) => row.map((value) => value / LONGEST));
const INVERSE = inverse(MATRIX);
const TRANSPOSED = [0, 1, 2].map((column) => MATRIX.map((row) => row[column]!));

/** Mixes uncorrelated channels into red, green and blue, in place. @param image `[..., 3]`. */
export function correlateColours(image: Float32Array): void {
  mix(image, MATRIX);
}

/** The inverse of `correlateColours`, in place. @param image `[..., 3]`: red, green and blue. */
export function decorrelateColours(image: Float32Array): void {
  mix(image, INVERSE);
}

/** The gradient with respect to the uncorrelated channels, in place. @param gradient With respect to red, green and blue. */
export function correlateColoursGradient(gradient: Float32Array): void {
  mix(gradient, TRANSPOSED);
}

function mix(image: Float32Array, matrix: readonly (readonly number[])[]): void {
  for (let at = 0; at < image.length; at += 3) {
    const [a, b, c] = [image[at]!, image[at + 1]!, image[at + 2]!];
    for (let channel = 0; channel < 3; channel++) {
      const row = matrix[channel]!;
      image[at + channel] = row[0]! * a + row[1]! * b + row[2]! * c;
    }
  }
}

/** The inverse of a 3 x 3 matrix, by its cofactors. */
function inverse(matrix: readonly (readonly number[])[]): number[][] {
  const at = (row: number, column: number): number => matrix[row % 3]![column % 3]!;
  const cofactor = (row: number, column: number): number =>
    at(row + 1, column + 1) * at(row + 2, column + 2) -
    at(row + 1, column + 2) * at(row + 2, column + 1);
  const axis = [0, 1, 2];
  const determinant = axis.reduce((sum, column) => sum + at(0, column) * cofactor(0, column), 0);
  return axis.map((row) => axis.map((column) => cofactor(column, row) / determinant));
}
