import { Pooling } from './pooling';

/**
 * Pools one row of windows of four channels. The peak of a window is the pixel that is largest after normalisation: the largest
 * pixel, or the smallest where gamma is negative.
 *
 * @param rows The address of the first row of the image inside the windows.
 * @param peaks Written: the peaks of the row.
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
  const isNegative = f32x4.lt(gamma, f32x4.splat(0));
  const signMask = v128.and(isNegative, i32x4.splat(<i32>0x80000000));
  if (pooling.are2x2) {
    maximumOf2x2(rows, peaks, signMask, columns, rowBytes, pixelBytes);
    return;
  }
  let start = -pooling.left;
  for (let column = 0; column < columns; column++) {
    const first = max(0, start);
    const windowBytes = <usize>(min(width, start + windowWidth) - first) * pixelBytes;
    let top = rows + <usize>first * pixelBytes;
    let peak = v128.xor(v128.load(top), signMask);
    for (let down = 0; down < windowRows; down++) {
      for (let across: usize = 0; across < windowBytes; across += pixelBytes) {
        peak = f32x4.pmax(peak, v128.xor(v128.load(top + across), signMask));
      }
      top += rowBytes;
    }
    v128.store(peaks, v128.xor(peak, signMask));
    peaks += pixelBytes;
    start += strideWidth;
  }
}

/** As `maximumPool`, without inner loops, for the usual windows of 2 x 2 pixels. */
function maximumOf2x2(
  rows: usize,
  peaks: usize,
  signMask: v128,
  columns: i32,
  rowBytes: usize,
  pixelBytes: usize,
): void {
  for (let column = 0; column < columns; column++) {
    const below = rows + rowBytes;
    const a = v128.xor(v128.load(rows), signMask);
    const b = v128.xor(v128.load(rows + pixelBytes), signMask);
    const c = v128.xor(v128.load(below), signMask);
    const d = v128.xor(v128.load(below + pixelBytes), signMask);
    const peak = f32x4.pmax(f32x4.pmax(a, b), f32x4.pmax(c, d));
    v128.store(peaks, v128.xor(peak, signMask));
    rows += 2 * pixelBytes;
    peaks += pixelBytes;
  }
}
