/** One vector for each image: `[count, size]`, row by row. */
export interface Rows {
  readonly data: Float64Array;
  readonly count: number;
  readonly size: number;
}

/** The vector of one image. A view of the numbers, not a copy. */
export function rowAt({ data, size }: Rows, row: number): Float64Array {
  return data.subarray(row * size, (row + 1) * size);
}
