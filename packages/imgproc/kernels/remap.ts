import { borderIndex } from './border';
import { Lanes } from './lanes';
import { NEIGHBOURS } from './neighbours';

/**
 * Resamples a row of RGB bilinearly at points in 32nds of a pixel, with the rounding of OpenCV. Reads up to 2 bytes after the source, and
 * writes 1 byte after the target.
 *
 * @param x For each pixel: the column of its point, 32 bits. `y` likewise: the row.
 */
export function remapRow(
  source: usize,
  height: i32,
  width: i32,
  x: usize,
  y: usize,
  border: i32,
  target: usize,
): void {
  const order = v128.load(NEIGHBOURS);
  const half = i32x4.splat(512);
  const stride = 3 * <usize>width;
  const end = x + 4 * <usize>width;
  for (; x < end; x += 4, y += 4, target += 3) {
    const column = load<i32>(x);
    const row = load<i32>(y);
    const left = column >> 5;
    const top = row >> 5;
    const right = column & 31;
    const down = row & 31;
    if (<u32>left < <u32>(width - 1) && <u32>top < <u32>(height - 1)) {
      const at = source + <usize>(top * width + left) * 3;
      const weights = i32x4.splat((32 - right) | (right << 16));
      const above = i32x4.dot_i16x8_s(i8x16.swizzle(v128.load64_zero(at), order), weights);
      const below = i32x4.dot_i16x8_s(i8x16.swizzle(v128.load64_zero(at + stride), order), weights);
      const sum = i32x4.add(
        i32x4.mul(above, i32x4.splat(32 - down)),
        i32x4.mul(below, i32x4.splat(down)),
      );
      Lanes.storeFour(target, i32x4.shr_s(i32x4.add(sum, half), 10));
    } else {
      const x0 = borderIndex(left, width, border);
      const x1 = borderIndex(left + 1, width, border);
      const y0 = borderIndex(top, height, border);
      const y1 = borderIndex(top + 1, height, border);
      for (let channel = 0; channel < 3; channel++) {
        const start = source + channel;
        const above =
          valueAt(start, width, y0, x0) * (32 - right) + valueAt(start, width, y0, x1) * right;
        const below =
          valueAt(start, width, y1, x0) * (32 - right) + valueAt(start, width, y1, x1) * right;
        store<u8>(target + channel, (above * (32 - down) + below * down + 512) >> 10);
      }
    }
  }
}

function valueAt(source: usize, width: i32, row: i32, column: i32): i32 {
  return row < 0 || column < 0 ? 0 : load<u8>(source + <usize>(row * width + column) * 3);
}
