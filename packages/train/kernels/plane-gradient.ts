import { areInside } from './are-inside';
import { OFFSETS, SLOPES } from './gradient-sums';
import { Pooling } from './pooling';
import { CENTRES, FACTORS, SHIFTS } from './scale';
import { writeStatisticsGradient } from './statistics-gradient';

/**
 * Writes the gradient with respect to a plane. Each pixel gets the gradient through mean and variance. The first pixel of each
 * window that equals the peak also gets the gradient of the window.
 */
export function writePlaneGradient(
  pooling: Pooling,
  plane: usize,
  peaks: usize,
  gradient: usize,
  result: usize,
): void {
  const pixelBytes = pooling.pixelBytes;
  const rowBytes = <usize>pooling.width * pixelBytes;
  const covered = pooling.areTiles ? min(pooling.columns * pooling.windowWidth, pooling.width) : 0;
  let written = 0;
  for (let row = 0; row < pooling.rows; row++) {
    const end = pooling.endRow(row);
    if (covered < pooling.width) {
      for (let y = written; y < end; y++) {
        const top = <usize>y * rowBytes;
        writeStatisticsGradient(
          plane,
          result,
          top + <usize>covered * pixelBytes,
          top + rowBytes,
          pixelBytes,
        );
      }
    }
    written = end;
    const pooled = <usize>(row * pooling.columns) * pixelBytes;
    writeRowGradient(pooling, row, plane, peaks + pooled, gradient + pooled, result);
  }
  writeStatisticsGradient(plane, result, <usize>written * rowBytes, pooling.planeBytes, pixelBytes);
}

/**
 * Writes the gradient of the windows of one row. Where windows tile the plane, the gradient through mean and variance is
 * written too. Otherwise it has been written before, and the gradient of the windows is added to it.
 */
function writeRowGradient(
  pooling: Pooling,
  row: i32,
  plane: usize,
  peaks: usize,
  gradient: usize,
  result: usize,
): void {
  const width = pooling.width;
  const columns = pooling.columns;
  const windowWidth = pooling.windowWidth;
  const strideWidth = pooling.strideWidth;
  const pixelBytes = pooling.pixelBytes;
  const rowBytes = <usize>width * pixelBytes;
  const lowerLimit = f32x4.splat(pooling.lowerLimit);
  const upperLimit = f32x4.splat(pooling.upperLimit);
  const areTiles = pooling.areTiles;
  const windowRows = pooling.endRow(row) - pooling.firstRow(row);
  const top = <usize>pooling.firstRow(row) * rowBytes;
  const are2x2 = pooling.are2x2;
  for (let lanes: usize = 0; lanes < pixelBytes; lanes += 16) {
    const centre = v128.load(CENTRES + lanes);
    const factor = v128.load(FACTORS + lanes);
    const shift = v128.load(SHIFTS + lanes);
    const slope = v128.load(SLOPES + lanes);
    const offset = v128.load(OFFSETS + lanes);
    const corner = top + lanes;
    let pooled = lanes;
    let start = -pooling.left;
    for (let column = 0; column < columns; column++) {
      const peak = v128.load(peaks + pooled);
      const normalised = f32x4.add(f32x4.mul(f32x4.sub(peak, centre), factor), shift);
      const passes = areInside(normalised, lowerLimit, upperLimit);
      let remaining = v128.and(f32x4.mul(v128.load(gradient + pooled), factor), passes);
      if (are2x2) {
        const at = corner + <usize>(2 * column) * pixelBytes;
        const below = at + rowBytes;
        remaining = writePixel(plane + at, result + at, peak, remaining, slope, offset);
        remaining = writePixel(
          plane + at + pixelBytes,
          result + at + pixelBytes,
          peak,
          remaining,
          slope,
          offset,
        );
        remaining = writePixel(plane + below, result + below, peak, remaining, slope, offset);
        writePixel(
          plane + below + pixelBytes,
          result + below + pixelBytes,
          peak,
          remaining,
          slope,
          offset,
        );
      } else {
        const first = max(0, start);
        const windowBytes = <usize>(min(width, start + windowWidth) - first) * pixelBytes;
        let at = corner + <usize>first * pixelBytes;
        for (let down = 0; down < windowRows; down++) {
          for (let pixel = at; pixel < at + windowBytes; pixel += pixelBytes) {
            remaining = areTiles
              ? writePixel(plane + pixel, result + pixel, peak, remaining, slope, offset)
              : addToPeak(plane + pixel, result + pixel, peak, remaining);
          }
          at += rowBytes;
        }
      }
      pooled += pixelBytes;
      start += strideWidth;
    }
  }
}

/**
 * Writes a pixel's gradient, with `remaining` where the pixel equals the peak. Returns zero in these lanes, `remaining` in the
 * others.
 */
function writePixel(
  pixels: usize,
  result: usize,
  peak: v128,
  remaining: v128,
  slope: v128,
  offset: v128,
): v128 {
  const pixel = v128.load(pixels);
  const isPeak = f32x4.eq(pixel, peak);
  const share = f32x4.add(f32x4.mul(pixel, slope), offset);
  v128.store(result, f32x4.add(v128.and(remaining, isPeak), share));
  return v128.andnot(remaining, isPeak);
}

/**
 * Adds `remaining` to a pixel's gradient where the pixel equals the peak. Returns zero in these lanes, `remaining` in the
 * others.
 */
function addToPeak(pixels: usize, result: usize, peak: v128, remaining: v128): v128 {
  const isPeak = f32x4.eq(v128.load(pixels), peak);
  v128.store(result, f32x4.add(v128.load(result), v128.and(remaining, isPeak)));
  return v128.andnot(remaining, isPeak);
}
