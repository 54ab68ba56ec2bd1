import { Lanes } from './lanes';
import { NEIGHBOURS } from './neighbours';

/** The fraction bits of a weight, and those of them that are in its lower part. */
const PRECISION: i32 = 22;
const LOWER: i32 = 11;

/**
 * Resamples RGB along the rows. Reads up to `6 * pairs` bytes after the source, and writes 1 byte after the target.
 *
 * @param stride The bytes from one row of the source to the next.
 * @param columns For each column of the target: the offset of a pixel in a row (4 bytes), and for each pair of pixels from there on the
 * upper parts and the lower parts of their weights, 16 bits each.
 */
export function resizeRows(
  source: usize,
  stride: usize,
  height: i32,
  columns: usize,
  width: i32,
  pairs: i32,
  target: usize,
): void {
  const order = v128.load(NEIGHBOURS);
  const half = i32x4.splat(1 << (PRECISION - 1));
  for (let row = 0; row < height; row++, source += stride) {
    let table = columns;
    for (let column = 0; column < width; column++, target += 3) {
      let pixels = source + load<u32>(table);
      let upper = i32x4.splat(0);
      let lower = half;
      table += 4;
      for (let pair = 0; pair < pairs; pair++, pixels += 6, table += 8) {
        const neighbours = i8x16.swizzle(v128.load64_zero(pixels), order);
        upper = i32x4.add(upper, i32x4.dot_i16x8_s(neighbours, v128.load32_splat(table)));
        lower = i32x4.add(lower, i32x4.dot_i16x8_s(neighbours, v128.load32_splat(table, 4)));
      }
      const sum = i32x4.add(i32x4.shl(upper, LOWER), lower);
      Lanes.storeFour(target, i32x4.shr_s(sum, PRECISION));
    }
  }
}

/**
 * Resamples bytes down the columns. Reads up to 15 bytes after the source, and writes as many after the target.
 *
 * @param stride The bytes of a row, of the source and of the target.
 * @param rows For each row of the target: the offset of a row of the source, the number of rows from there on (4 bytes each), and `taps`
 * weights of 4 bytes.
 */
export function resizeColumns(
  source: usize,
  stride: usize,
  rows: usize,
  height: i32,
  taps: i32,
  target: usize,
): void {
  const half = i32x4.splat(1 << (PRECISION - 1));
  for (let row = 0; row < height; row++, rows += 8 + 4 * <usize>taps, target += stride) {
    const weightsEnd = rows + 8 + 4 * load<u32>(rows, 4);
    for (let x: usize = 0; x < stride; x += 16) {
      let from = source + load<u32>(rows) + x;
      let sum0 = half;
      let sum1 = half;
      let sum2 = half;
      let sum3 = half;
      for (let table = rows + 8; table < weightsEnd; table += 4, from += stride) {
        const weight = v128.load32_splat(table);
        const low = v128.load_ext<u8>(from);
        const high = v128.load_ext<u8>(from, 8);
        sum0 = i32x4.add(sum0, i32x4.mul(i32x4.extend_low_i16x8_u(low), weight));
        sum1 = i32x4.add(sum1, i32x4.mul(i32x4.extend_high_i16x8_u(low), weight));
        sum2 = i32x4.add(sum2, i32x4.mul(i32x4.extend_low_i16x8_u(high), weight));
        sum3 = i32x4.add(sum3, i32x4.mul(i32x4.extend_high_i16x8_u(high), weight));
      }
      const left = i16x8.narrow_i32x4_s(i32x4.shr_s(sum0, PRECISION), i32x4.shr_s(sum1, PRECISION));
      const right = i16x8.narrow_i32x4_s(
        i32x4.shr_s(sum2, PRECISION),
        i32x4.shr_s(sum3, PRECISION),
      );
      v128.store(target + x, i8x16.narrow_i16x8_u(left, right));
    }
  }
}
