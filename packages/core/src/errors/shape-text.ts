/** A shape as messages print it: `[2, 3]`, or `[]` for a scalar. An unknown dimension is `?`. */
export function shapeText(shape: readonly (number | string | null)[]): string {
  return `[${shape.map((size) => size ?? '?').join(', ')}]`;
}
