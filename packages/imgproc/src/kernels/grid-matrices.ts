import type { ImageSize } from './image-size.ts';
import type { PullMatrix } from './pull-matrix.ts';

/** The matrix that leaves every pixel in its place. */
export const IDENTITY: PullMatrix = {
  rowByRow: 1,
  rowByColumn: 0,
  rowOffset: 0,
  columnByRow: 0,
  columnByColumn: 1,
  columnOffset: 0,
};

/** The matrix of `mirrorColumns`. */
export function columnsMirrored({ width }: ImageSize): PullMatrix {
  return { ...IDENTITY, columnByColumn: -1, columnOffset: width - 1 };
}

/** The matrix of `mirrorRows`. */
export function rowsMirrored({ height }: ImageSize): PullMatrix {
  return { ...IDENTITY, rowByRow: -1, rowOffset: height - 1 };
}

/** The matrix of `transpose`, for square images. */
export const TRANSPOSED: PullMatrix = {
  rowByRow: 0,
  rowByColumn: 1,
  rowOffset: 0,
  columnByRow: 1,
  columnByColumn: 0,
  columnOffset: 0,
};

/** The matrix of `turnQuarter`, for square images. */
export function quarterTurned({ width }: ImageSize): PullMatrix {
  return { ...TRANSPOSED, columnByRow: -1, columnOffset: width - 1 };
}

/** The matrix of `turnQuarters`; for 1 and 3 quarters of square images only. */
export function quartersTurned(size: ImageSize, quarters: number): PullMatrix {
  const turned = quarters % 2 === 1 ? quarterTurned(size) : IDENTITY;
  if (quarters < 2) return turned;
  return composeMatrices(turned, composeMatrices(columnsMirrored(size), rowsMirrored(size)));
}

/** One matrix for two changes: an image is changed by `first`, and the result of that by `second`. */
export function composeMatrices(first: PullMatrix, second: PullMatrix): PullMatrix {
  const row = pulledBy(first.rowByRow, first.rowByColumn, second);
  const column = pulledBy(first.columnByRow, first.columnByColumn, second);
  return {
    rowByRow: row.byRow,
    rowByColumn: row.byColumn,
    rowOffset: row.offset + first.rowOffset,
    columnByRow: column.byRow,
    columnByColumn: column.byColumn,
    columnOffset: column.offset + first.columnOffset,
  };
}

/** A row of a matrix, multiplied by a matrix. */
function pulledBy(
  byRow: number,
  byColumn: number,
  matrix: PullMatrix,
): { readonly byRow: number; readonly byColumn: number; readonly offset: number } {
  return {
    byRow: byRow * matrix.rowByRow + byColumn * matrix.columnByRow,
    byColumn: byRow * matrix.rowByColumn + byColumn * matrix.columnByColumn,
    offset: byRow * matrix.rowOffset + byColumn * matrix.columnOffset,
  };
}
