import type { CropOptions } from './crop.ts';
import type { ImageSize } from './image-size.ts';
import type { PullMatrix } from './pull-matrix.ts';

/** The matrix of a part of an image that is resized to the image's size. The part may begin before the image and end after it. */
export function cropMatrix({ height, width }: ImageSize, part: CropOptions): PullMatrix {
  const rowByRow = part.height / height;
  const columnByColumn = part.width / width;
  return {
    rowByRow,
    rowByColumn: 0,
    rowOffset: part.top + (rowByRow - 1) / 2,
    columnByRow: 0,
    columnByColumn,
    columnOffset: part.left + (columnByColumn - 1) / 2,
  };
}
