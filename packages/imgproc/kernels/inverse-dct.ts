import { LOWER_ROWS, RIGHT_COLUMNS } from './block';
import { Pass } from './dct-pass';
import { BLOCK, HALFWAY } from './layout';

/**
 * The inverse DCT of the block, written to 8 rows of bytes: the integers of `jidctint.c` of libjpeg ("islow"), with coefficients of
 * 16 bits as in its vector versions. Sets the block to 0.
 *
 * @param offsets The bits of the offsets of all coefficients that may differ from 0. If they show that the lower half of the block,
 * or the right half, is 0, its terms are left out.
 */
export function inverseDct(offsets: i32, target: usize, stride: usize): void {
  const isWide = (offsets & RIGHT_COLUMNS) !== 0;
  const width: usize = isWide ? 16 : 8;
  if ((offsets & LOWER_ROWS) !== 0) {
    for (let left: usize = 0; left < width; left += 8) Pass.columns(8, left);
    clear(4);
  } else {
    for (let left: usize = 0; left < width; left += 8) Pass.columns(4, left);
  }
  clear(0);
  for (let left: usize = 0; left < 16; left += 8, target += 4 * stride) {
    if (isWide) Pass.rows(8, HALFWAY + left, target, stride);
    else Pass.rows(4, HALFWAY + left, target, stride);
  }
}

/** Sets 4 rows of the block to 0. */
function clear(row: usize): void {
  const zero = i16x8.splat(0);
  v128.store(BLOCK + 16 * row, zero);
  v128.store(BLOCK + 16 * row, zero, 16);
  v128.store(BLOCK + 16 * row, zero, 32);
  v128.store(BLOCK + 16 * row, zero, 48);
}

/** As `inverseDct` for a block without other coefficients than the first. */
export function inverseDctOfMean(target: usize, stride: usize): void {
  const scaled = (<i32>(<i16>(load<i16>(BLOCK) << 2))) << 13;
  const value = i16x8.splat(<i16>((scaled + (1 << 17)) >> 18));
  const pixels = v128.xor(i8x16.narrow_i16x8_s(value, value), i8x16.splat(-128));
  for (let row = 0; row < 8; row++, target += stride) v128.store64_lane(target, pixels, 0);
  store<i16>(BLOCK, 0);
}
