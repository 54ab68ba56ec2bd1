import { Planes } from './planes';

/** The order of bytes that makes of 8 values the three equal channels of 8 pixels. */
const THREE_TIMES = memory.data<u8>([
  0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5, 6, 6, 6, 7, 7, 7, 255, 255, 255, 255, 255,
  255, 255, 255,
]);

/** Gives the pixels of RGB their luminance in all channels. Reads and writes up to 29 bytes after the source and the target. */
export function grayscale(source: usize, length: usize, target: usize): void {
  const first = v128.load(THREE_TIMES);
  const rest = v128.load(THREE_TIMES, 16);
  const end = source + length;
  for (; source < end; source += 24, target += 24) {
    const words = Planes.luma(source);
    const bytes = i8x16.narrow_i16x8_u(words, words);
    v128.store(target, i8x16.swizzle(bytes, first));
    v128.store(target, i8x16.swizzle(bytes, rest), 16);
  }
}

/** The sum of the luminances of the pixels of RGB. Reads up to 21 bytes after the source. */
export function sumLuminance(source: usize, length: usize): f64 {
  let sums = i32x4.splat(0);
  const end = source + length;
  const whole = end - (length % 24);
  for (; source < whole; source += 24) {
    sums = i32x4.add(sums, i32x4.extadd_pairwise_i16x8_u(Planes.luma(source)));
  }
  let sum =
    <f64>(<u32>i32x4.extract_lane(sums, 0)) +
    <f64>(<u32>i32x4.extract_lane(sums, 1)) +
    <f64>(<u32>i32x4.extract_lane(sums, 2)) +
    <f64>(<u32>i32x4.extract_lane(sums, 3));
  for (; source < end; source += 3) sum += <f64>i16x8.extract_lane_u(Planes.luma(source), 0);
  return sum;
}
