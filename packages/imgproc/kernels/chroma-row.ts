import { sums } from './layout';

/**
 * Doubles the width of a row of chroma by the triangle filter of libjpeg ("fancy upsampling"): each pixel is 3/4 of the nearer and
 * 1/4 of the farther sample. With `far`, the row between two rows is taken likewise.
 *
 * @param far The farther row, or 0 if the height stays.
 * @param width Of the row, in samples.
 */
export function widenRow(near: usize, far: usize, width: i32, target: usize): void {
  const three = i16x8.splat(3);
  for (let x = 0; x < width; x += 8) {
    let sum = v128.load_ext<u8>(near + x);
    if (far !== 0) sum = i16x8.add(i16x8.mul(sum, three), v128.load_ext<u8>(far + x));
    v128.store(sums + ((<usize>x) << 1), sum);
  }
  store<u16>(sums - 2, load<u16>(sums));
  const end = sums + ((<usize>width) << 1);
  store<u16>(end, load<u16>(end - 2));
  if (far !== 0) filter(width, target, 8, 7, 4);
  else filter(width, target, 1, 2, 2);
}

function filter(width: i32, target: usize, leftBias: i16, rightBias: i16, shift: i32): void {
  const three = i16x8.splat(3);
  for (let x = 0; x < width; x += 8) {
    const at = sums + ((<usize>x) << 1);
    const near = i16x8.mul(v128.load(at), three);
    const left = i16x8.add(i16x8.add(near, v128.load(at - 2)), i16x8.splat(leftBias));
    const right = i16x8.add(i16x8.add(near, v128.load(at + 2)), i16x8.splat(rightBias));
    const odd = i16x8.shl(i16x8.shr_u(right, shift), 8);
    v128.store(target + ((<usize>x) << 1), v128.or(i16x8.shr_u(left, shift), odd));
  }
}
