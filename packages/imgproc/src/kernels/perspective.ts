import type { ImageSize } from './image-size.ts';
import { inSteps, type PointsOf, type ProjectiveMatrix } from './points.ts';

/** The point of the source that a corner of the result comes from: its distances from the same corner of the source, inwards, as shares of height and width. */
export interface MovedCorner {
  readonly down: number;
  readonly right: number;
}

/** The corners at the top left, top right, bottom right and bottom left. */
export type MovedCorners = readonly [MovedCorner, MovedCorner, MovedCorner, MovedCorner];

type Row = readonly [number, number, number];

/**
 * The matrix with which a result is pulled from a quadrilateral of the source: `(x, y, w)` of the source is the product with
 * `(column, row, 1)` of the result, in pixels.
 *
 * @see Heckbert, "Fundamentals of Texture Mapping and Image Warping", 1989, 2.2.3.
 */
export function perspectiveMatrix(
  { height, width }: ImageSize,
  [first, second, third, fourth]: MovedCorners,
): ProjectiveMatrix {
  const [x0, y0] = [first.right, first.down];
  const [x1, y1] = [1 - second.right, second.down];
  const [x2, y2] = [1 - third.right, 1 - third.down];
  const [x3, y3] = [fourth.right, 1 - fourth.down];
  const [dx1, dx2, sx] = [x1 - x2, x3 - x2, x0 - x1 + x2 - x3];
  const [dy1, dy2, sy] = [y1 - y2, y3 - y2, y0 - y1 + y2 - y3];
  const area = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / area;
  const h = (dx1 * sy - sx * dy1) / area;
  const inPixels = (byX: number, byY: number, offset: number): Row => {
    const [byColumn, byRow] = [byX / width, byY / height];
    return [byColumn, byRow, offset + (byColumn + byRow) / 2]; // the centre of a pixel lies half a pixel from its edges
  };
  const w = inPixels(g, h, 1);
  const x = inPixels(x1 - x0 + g * x1, x3 - x0 + h * x3, x0);
  const y = inPixels(y1 - y0 + g * y1, y3 - y0 + h * y3, y0);
  return [...scaled(x, width, w), ...scaled(y, height, w), ...w];
}

/** From shares of a side to pixels, counted from the centre of the first one. */
function scaled([byColumn, byRow, offset]: Row, side: number, w: Row): Row {
  return [byColumn * side - w[0] / 2, byRow * side - w[1] / 2, offset * side - w[2] / 2];
}

/** The points of a matrix: those of `cv2.warpPerspective`, but for rare differences in the last bit of a double. */
export function perspectivePoints(projection: ProjectiveMatrix): PointsOf {
  const [a, b, c, d, e, f, g, h, i] = projection;
  const pointsOf = (row: number, x: Int32Array, y: Int32Array): void => {
    const startX = b * row + c;
    const startY = e * row + f;
    const startW = h * row + i;
    for (let column = 0; column < x.length; column++) {
      const scale = 1 / (startW + g * column);
      x[column] = inSteps((startX + a * column) * scale);
      y[column] = inSteps((startY + d * column) * scale);
    }
  };
  return Object.assign(pointsOf, { projection });
}
