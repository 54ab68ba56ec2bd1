import { Lanes } from './lanes';

/** Turns unsigned numbers of 16 bits into signed ones that are less by 32768. In memory, because V8 makes constant vectors anew at each use. */
const SIGN = memory.data<u16>([32768, 32768, 32768, 32768, 32768, 32768, 32768, 32768]);

/**
 * Weighs the pixels of each row of RGB with a symmetric window: the sums of 16 bits, less by 32768. Reads and writes up to 32 bytes
 * after its data.
 *
 * @param length The bytes of a row.
 * @param taps The weights from the middle of the window outwards, 16 bits each. No sum may exceed 65535.
 * @param radius The number of weights less 1.
 * @param sides The offsets in a row of the `radius` pixels before it, and of the `radius` pixels after it.
 * @param line Memory for a row and its sides.
 * @param target Rows of `2 * stride` bytes.
 */
export function weighRows(
  source: usize,
  height: i32,
  length: usize,
  taps: usize,
  radius: usize,
  sides: usize,
  line: usize,
  target: usize,
  stride: usize,
): void {
  const before = 3 * radius;
  const sign = v128.load(SIGN);
  for (let row = 0; row < height; row++, source += length, target += 2 * stride) {
    memory.copy(line + before, source, length);
    for (let k: usize = 0; k < radius; k++) {
      Step.copyPixel(line + 3 * k, source + load<u32>(sides + 4 * k));
      Step.copyPixel(line + before + length + 3 * k, source + load<u32>(sides + 4 * (radius + k)));
    }
    for (let x: usize = 0; x < length; x += 16) {
      const middle = line + before + x;
      const weight = v128.load16_splat(taps);
      const pixels = v128.load(middle);
      let low = i16x8.mul(i16x8.extend_low_i8x16_u(pixels), weight);
      let high = i16x8.mul(i16x8.extend_high_i8x16_u(pixels), weight);
      for (let k: usize = 1; k <= radius; k++) {
        const next = v128.load16_splat(taps + 2 * k);
        const left = v128.load(middle - 3 * k);
        const right = v128.load(middle + 3 * k);
        const lows = i16x8.add(i16x8.extend_low_i8x16_u(left), i16x8.extend_low_i8x16_u(right));
        const highs = i16x8.add(i16x8.extend_high_i8x16_u(left), i16x8.extend_high_i8x16_u(right));
        low = i16x8.add(low, i16x8.mul(lows, next));
        high = i16x8.add(high, i16x8.mul(highs, next));
      }
      v128.store(target + 2 * x, v128.xor(low, sign));
      v128.store(target + 2 * x, v128.xor(high, sign), 16);
    }
  }
}

/**
 * Weighs the columns of what `weighRows` wrote: the sums of 32 bits and `bias`, without the lowest 16 bits if `scale` is 0, otherwise
 * times `scale` and rounded.
 *
 * @param rows The offsets in `source` of each row and of the `radius` rows before and after them.
 */
export function weighColumns(
  source: usize,
  rows: usize,
  height: i32,
  length: usize,
  taps: usize,
  radius: usize,
  bias: i32,
  scale: f32,
  target: usize,
): void {
  const biases = i32x4.splat(bias);
  for (let row = 0; row < height; row++, rows += 4, target += length) {
    for (let x: usize = 0; x < 2 * length; x += 16) {
      const weight = v128.load16_splat(taps);
      const sums = v128.load(source + load<u32>(rows + 4 * radius) + x);
      let low = i32x4.add(i32x4.extmul_low_i16x8_s(sums, weight), biases);
      let high = i32x4.add(i32x4.extmul_high_i16x8_s(sums, weight), biases);
      for (let k: usize = 1; k <= radius; k++) {
        const next = v128.load16_splat(taps + 2 * k);
        const above = v128.load(source + load<u32>(rows + 4 * (radius - k)) + x);
        const below = v128.load(source + load<u32>(rows + 4 * (radius + k)) + x);
        const lows = Lanes.low(above, below);
        const highs = Lanes.high(above, below);
        low = i32x4.add(low, i32x4.dot_i16x8_s(lows, next));
        high = i32x4.add(high, i32x4.dot_i16x8_s(highs, next));
      }
      const pixels =
        scale === 0
          ? i16x8.narrow_i32x4_s(i32x4.shr_u(low, 16), i32x4.shr_u(high, 16))
          : i16x8.narrow_i32x4_s(Step.scaled(low, scale), Step.scaled(high, scale));
      v128.store64_lane(target + (x >> 1), i8x16.narrow_i16x8_u(pixels, pixels), 0);
    }
  }
}

/**
 * As `weighColumns` for weights of 1, in a time that does not depend on the radius. No sum may exceed 65535. It goes from the right to
 * the left, because the bytes that it writes after a row belong to the next one.
 */
export function sumColumns(
  source: usize,
  rows: usize,
  height: i32,
  length: usize,
  radius: usize,
  scale: f32,
  target: usize,
): void {
  const sign = v128.load(SIGN);
  const scales = f32x4.splat(scale);
  const last = rows + 4 * <usize>height;
  let x = (length - 1) & ~7;
  do {
    const column = source + 2 * x;
    let sum = sign;
    for (let k: usize = 0; k < 2 * radius; k++)
      sum = i16x8.add(sum, v128.load(column + load<u32>(rows + 4 * k)));
    let pixels = target + x;
    for (let row = rows; row < last; row += 4, pixels += length) {
      sum = i16x8.add(sum, v128.load(column + load<u32>(row + 8 * radius)));
      const low = f32x4.mul(f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_u(sum)), scales);
      const high = f32x4.mul(f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_u(sum)), scales);
      Lanes.storeEight(pixels, Lanes.nearest(low), Lanes.nearest(high));
      sum = i16x8.sub(sum, v128.load(column + load<u32>(row)));
    }
    x -= 8;
  } while (<isize>x >= 0);
}

/** Steps of the functions above. AssemblyScript inlines methods. */
class Step {
  @inline
  static copyPixel(target: usize, source: usize): void {
    store<u16>(target, load<u16>(source));
    store<u8>(target, load<u8>(source, 2), 2);
  }

  @inline
  static scaled(sums: v128, scale: f32): v128 {
    const products = f32x4.mul(f32x4.convert_i32x4_s(sums), f32x4.splat(scale));
    return Lanes.nearest(products);
  }
}
