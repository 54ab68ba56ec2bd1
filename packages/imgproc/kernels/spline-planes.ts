/** The planes of a resampling, in the order of `fieldsOf` in `src/keras/transform/resample-in-wasm.ts`. */
@unmanaged
export class Splines {
  /** The planes: f32 for the orders 0 and 1, otherwise the coefficients that `filterSplines` makes. */
  source!: usize;
  /** The size with padding. */
  height!: i32;
  width!: i32;
  channels!: i32;
  /** The distances in bytes between two rows, two columns, and two planes. */
  rowStep!: usize;
  columnStep!: usize;
  planeStep!: usize;
  order!: i32;
  border!: i32;
  /** Pixels that were added on each side. */
  padding!: i32;
}
