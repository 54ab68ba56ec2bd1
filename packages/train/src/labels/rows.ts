/** Numbers of some images: `[count, size]`, row by row. */
export interface Rows {
  readonly data: Float64Array;
  readonly count: number;
  readonly size: number;
}
