import { Pooling } from './pooling';

/**
 * Four channels of one row of a maximum pooling: the largest number of each window, or the smallest where gamma is
 * negative: the one that is the largest once it is normalised.
 *
 * @param image The first row of the windows.
 */
export function maximumPool(
  pooling: Pooling,
  row: i32,
  image: usize,
  peaks: usize,
  gamma: v128,
): void {
  const width = pooling.width;
  const columns = pooling.columns;
  const windowWidth = pooling.windowWidth;
  const strideWidth = pooling.strideWidth;
  const step = pooling.step;
  const rowBytes = <usize>width * step;
  const high = pooling.endRow(row) - pooling.firstRow(row);
  const falls = f32x4.lt(gamma, f32x4.splat(0));
  const flips = v128.and(falls, i32x4.splat(<i32>0x80000000));
  if (pooling.isOfFour) {
    maximumOfFour(image, peaks, flips, columns, rowBytes, step);
    return;
  }
  let start = -pooling.left;
  for (let column = 0; column < columns; column++) {
    const first = max(0, start);
    const wide = <usize>(min(width, start + windowWidth) - first) * step;
    let top = image + <usize>first * step;
    let peak = v128.xor(v128.load(top), flips);
    for (let down = 0; down < high; down++) {
      for (let across: usize = 0; across < wide; across += step) {
        peak = f32x4.pmax(peak, v128.xor(v128.load(top + across), flips));
      }
      top += rowBytes;
    }
    v128.store(peaks, v128.xor(peak, flips));
    peaks += step;
    start += strideWidth;
  }
}

/** The same where windows are of four pixels: the usual ones, without a loop. */
function maximumOfFour(
  image: usize,
  peaks: usize,
  flips: v128,
  columns: i32,
  rowBytes: usize,
  step: usize,
): void {
  for (let column = 0; column < columns; column++) {
    const below = image + rowBytes;
    const a = v128.xor(v128.load(image), flips);
    const b = v128.xor(v128.load(image + step), flips);
    const c = v128.xor(v128.load(below), flips);
    const d = v128.xor(v128.load(below + step), flips);
    const peak = f32x4.pmax(f32x4.pmax(a, b), f32x4.pmax(c, d));
    v128.store(peaks, v128.xor(peak, flips));
    image += 2 * step;
    peaks += step;
  }
}
