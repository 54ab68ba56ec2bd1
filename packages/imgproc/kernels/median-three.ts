import { repeatEdges } from './repeat-edges';

/**
 * The median of windows of 3 x 3 of RGB; the edge is repeated. Reads and writes up to 15 bytes after `room` and the target.
 *
 * @param room Memory for the image with one more pixel on each side.
 */
export function medianThree(
  source: usize,
  height: i32,
  width: i32,
  room: usize,
  target: usize,
): void {
  repeatEdges(source, height, width, 1, room);
  const length: usize = 3 * <usize>width;
  const stride = length + 6;
  for (let row = 0; row < height; row++, room += stride, target += length) {
    for (let x: usize = 0; x < length; x += 16) {
      v128.store(target + x, medianOf(room + x, stride));
    }
  }
}

/** The medians of 16 windows. Each column is sorted; the median is that of the largest low, the median middle and the smallest high value. */
function medianOf(row0: usize, stride: usize): v128 {
  const row1 = row0 + stride;
  const row2 = row1 + stride;
  const p0 = v128.load(row0);
  const p1 = v128.load(row0, 3);
  const p2 = v128.load(row0, 6);
  const p3 = v128.load(row1);
  const p4 = v128.load(row1, 3);
  const p5 = v128.load(row1, 6);
  const p6 = v128.load(row2);
  const p7 = v128.load(row2, 3);
  const p8 = v128.load(row2, 6);
  const v0 = i8x16.min_u(p0, p3);
  const v1 = i8x16.max_u(p0, p3);
  const v2 = i8x16.min_u(v1, p6);
  const v3 = i8x16.max_u(v1, p6);
  const v4 = i8x16.min_u(v0, v2);
  const v5 = i8x16.max_u(v0, v2);
  const v6 = i8x16.min_u(p1, p4);
  const v7 = i8x16.max_u(p1, p4);
  const v8 = i8x16.min_u(v7, p7);
  const v9 = i8x16.max_u(v7, p7);
  const v10 = i8x16.min_u(v6, v8);
  const v11 = i8x16.max_u(v6, v8);
  const v12 = i8x16.min_u(p2, p5);
  const v13 = i8x16.max_u(p2, p5);
  const v14 = i8x16.min_u(v13, p8);
  const v15 = i8x16.max_u(v13, p8);
  const v16 = i8x16.min_u(v12, v14);
  const v17 = i8x16.max_u(v12, v14);
  const v18 = i8x16.max_u(v4, v10);
  const v19 = i8x16.max_u(v18, v16);
  const v20 = i8x16.min_u(v5, v11);
  const v21 = i8x16.max_u(v5, v11);
  const v22 = i8x16.min_u(v21, v17);
  const v23 = i8x16.max_u(v20, v22);
  const v24 = i8x16.min_u(v3, v9);
  const v25 = i8x16.min_u(v24, v15);
  const v26 = i8x16.min_u(v19, v23);
  const v27 = i8x16.max_u(v19, v23);
  const v28 = i8x16.min_u(v27, v25);
  return i8x16.max_u(v26, v28);
}
