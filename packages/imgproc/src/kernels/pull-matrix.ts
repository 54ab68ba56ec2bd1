import type { ImageSize } from './image-size.ts';

/**
 * Maps pixel `(r, c)` of the result to a point of the source: `row = rowByRow * r + rowByColumn * c + rowOffset`, and the
 * column likewise.
 */
export interface PullMatrix {
  readonly rowByRow: number;
  readonly rowByColumn: number;
  readonly rowOffset: number;
  readonly columnByRow: number;
  readonly columnByColumn: number;
  readonly columnOffset: number;
}

/** A change of an image's geometry about its centre: scaled, sheared, rotated and then moved. */
export interface Placement {
  /** Of a counter-clockwise rotation. */
  readonly degrees: number;
  /** 2 makes things twice as large; 1 by default. */
  readonly scale?: number | undefined;
  /** The angle in degrees by which columns lean: a pixel moves to the right by `tan(shear)` of its distance below the centre. 0 by default. */
  readonly shear?: number | undefined;
  /** The shift downwards, in pixels; 0 by default. */
  readonly down?: number | undefined;
  /** The shift to the right, in pixels; 0 by default. */
  readonly right?: number | undefined;
}

/** The matrix that finds, for each pixel of the changed image, its point in the source. */
export function pullMatrix(
  { height, width }: ImageSize,
  { degrees, scale = 1, shear = 0, down = 0, right = 0 }: Placement,
): PullMatrix {
  const radians = (degrees * Math.PI) / 180;
  const lean = Math.tan((shear * Math.PI) / 180);
  const cosine = Math.cos(radians);
  const sine = Math.sin(radians);
  const rowByRow = cosine / scale;
  const rowByColumn = sine / scale;
  const columnByRow = (-sine - lean * cosine) / scale;
  const columnByColumn = (cosine - lean * sine) / scale;
  const middleRow = (height - 1) / 2;
  const middleColumn = (width - 1) / 2;
  const row = middleRow + down;
  const column = middleColumn + right;
  return {
    rowByRow,
    rowByColumn,
    rowOffset: middleRow - (rowByRow * row + rowByColumn * column),
    columnByRow,
    columnByColumn,
    columnOffset: middleColumn - (columnByColumn * column + columnByRow * row),
  };
}
