/** A shape as messages print it: `[2, 3]`, or `[]` for a scalar. A dimension that is not known is `?`. */
export function shapeText(shape: readonly (number | string | null)[]): string {
  return `[${shape.map((size) => size ?? '?').join(', ')}]`;
}
