import { Pooling } from './pooling';

/**
 * Pools one row of windows of four channels. The peak of a window is the pixel that becomes the largest once it is
 * normalised: the largest, or the smallest where gamma is negative.
 *
 * @param rows The first row of the image inside the windows.
 */
export function maximumPool(
  pooling: Pooling,
  row: i32,
  rows: usize,
  peaks: usize,
  gamma: v128,
): void {
  const width = pooling.width;
  const columns = pooling.columns;
  const windowWidth = pooling.windowWidth;
  const strideWidth = pooling.strideWidth;
  const pixelBytes = pooling.pixelBytes;
  const rowBytes = <usize>width * pixelBytes;
  const windowRows = pooling.endRow(row) - pooling.firstRow(row);
  const falls = f32x4.lt(gamma, f32x4.splat(0));
  const flips = v128.and(falls, i32x4.splat(<i32>0x80000000));
  if (pooling.isOfFour) {
    maximumOfFour(rows, peaks, flips, columns, rowBytes, pixelBytes);
    return;
  }
  let start = -pooling.left;
  for (let column = 0; column < columns; column++) {
    const first = max(0, start);
    const windowBytes = <usize>(min(width, start + windowWidth) - first) * pixelBytes;
    let top = rows + <usize>first * pixelBytes;
    let peak = v128.xor(v128.load(top), flips);
    for (let down = 0; down < windowRows; down++) {
      for (let across: usize = 0; across < windowBytes; across += pixelBytes) {
        peak = f32x4.pmax(peak, v128.xor(v128.load(top + across), flips));
      }
      top += rowBytes;
    }
    v128.store(peaks, v128.xor(peak, flips));
    peaks += pixelBytes;
    start += strideWidth;
  }
}

/** The same for windows of 2 x 2 pixels, the usual ones, without inner loops. */
function maximumOfFour(
  rows: usize,
  peaks: usize,
  flips: v128,
  columns: i32,
  rowBytes: usize,
  pixelBytes: usize,
): void {
  for (let column = 0; column < columns; column++) {
    const below = rows + rowBytes;
    const a = v128.xor(v128.load(rows), flips);
    const b = v128.xor(v128.load(rows + pixelBytes), flips);
    const c = v128.xor(v128.load(below), flips);
    const d = v128.xor(v128.load(below + pixelBytes), flips);
    const peak = f32x4.pmax(f32x4.pmax(a, b), f32x4.pmax(c, d));
    v128.store(peaks, v128.xor(peak, flips));
    rows += 2 * pixelBytes;
    peaks += pixelBytes;
  }
}
