/** The number of elements in a tensor of this shape: 1 for the shape `[]`. */
export function elementCount(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}
