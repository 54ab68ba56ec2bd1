import type { Dimension } from './onnx-graph.ts';

/** The numbers that symbolic dimensions stand for, by name. */
export type Sizes = ReadonlyMap<string, number>;

export const NO_SIZES: Sizes = new Map();

/** A shape in numbers. @throws {TypeError} Where a symbolic dimension has no number. */
export function shapeInNumbers(shape: readonly Dimension[], sizes: Sizes): number[] {
  return shape.map((dimension) => sizeOf(dimension, sizes));
}

/** A dimension as a number. @throws {TypeError} Where a symbolic dimension has none. */
export function sizeOf(dimension: Dimension, sizes: Sizes): number {
  const size = typeof dimension === 'number' ? dimension : sizes.get(dimension);
  if (size === undefined) throw new TypeError(`the dimension ${dimension} has no size`);
  return size;
}
