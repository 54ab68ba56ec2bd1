import { OFFSETS, SLOPES } from './gradient-sums';
import { Pooling } from './pooling';
import { CENTERS, FACTORS, SHIFTS } from './scale';
import { spreadShares } from './spread-shares';

/** The gradient of a plane: that of each window to the first pixel that is its peak, and to every pixel its share. */
export function spreadPlane(
  pooling: Pooling,
  image: usize,
  peaks: usize,
  gradient: usize,
  result: usize,
): void {
  const step = pooling.step;
  const rowBytes = <usize>pooling.width * step;
  const covered = pooling.isApart ? min(pooling.columns * pooling.windowWidth, pooling.width) : 0;
  let shared = 0;
  for (let row = 0; row < pooling.rows; row++) {
    const end = pooling.endRow(row);
    if (covered < pooling.width) {
      for (let y = shared; y < end; y++) {
        const top = <usize>y * rowBytes;
        spreadShares(image, result, top + <usize>covered * step, top + rowBytes, step);
      }
    }
    shared = end;
    const pooled = <usize>(row * pooling.columns) * step;
    spreadRow(pooling, row, image, peaks + pooled, gradient + pooled, result);
  }
  spreadShares(image, result, <usize>shared * rowBytes, pooling.plane, step);
}

/** Gives the windows of a row their gradient: with the pixels' shares where windows lie apart, or onto the shares. */
function spreadRow(
  pooling: Pooling,
  row: i32,
  image: usize,
  peaks: usize,
  gradient: usize,
  result: usize,
): void {
  const width = pooling.width;
  const columns = pooling.columns;
  const windowWidth = pooling.windowWidth;
  const strideWidth = pooling.strideWidth;
  const step = pooling.step;
  const rowBytes = <usize>width * step;
  const floor = f32x4.splat(pooling.floor);
  const isApart = pooling.isApart;
  const high = pooling.endRow(row) - pooling.firstRow(row);
  const top = <usize>pooling.firstRow(row) * rowBytes;
  const isOfFour = pooling.isOfFour;
  for (let lanes: usize = 0; lanes < step; lanes += 16) {
    const center = v128.load(CENTERS + lanes);
    const factor = v128.load(FACTORS + lanes);
    const shift = v128.load(SHIFTS + lanes);
    const slope = v128.load(SLOPES + lanes);
    const offset = v128.load(OFFSETS + lanes);
    const corner = top + lanes;
    let pooled = lanes;
    let start = -pooling.left;
    for (let column = 0; column < columns; column++) {
      const peak = v128.load(peaks + pooled);
      const normal = f32x4.add(f32x4.mul(f32x4.sub(peak, center), factor), shift);
      const passed = f32x4.gt(normal, floor);
      let rest = v128.and(f32x4.mul(v128.load(gradient + pooled), factor), passed);
      if (isOfFour) {
        const at = corner + <usize>(2 * column) * step;
        const below = at + rowBytes;
        rest = spreadPixel(image + at, result + at, peak, rest, slope, offset);
        rest = spreadPixel(image + at + step, result + at + step, peak, rest, slope, offset);
        rest = spreadPixel(image + below, result + below, peak, rest, slope, offset);
        spreadPixel(image + below + step, result + below + step, peak, rest, slope, offset);
      } else {
        const first = max(0, start);
        const wide = <usize>(min(width, start + windowWidth) - first) * step;
        let at = corner + <usize>first * step;
        for (let down = 0; down < high; down++) {
          for (let across = at; across < at + wide; across += step) {
            rest = isApart
              ? spreadPixel(image + across, result + across, peak, rest, slope, offset)
              : addToPeak(image + across, result + across, peak, rest);
          }
          at += rowBytes;
        }
      }
      pooled += step;
      start += strideWidth;
    }
  }
}

/** Writes a pixel's share, with `rest` where it is the peak; what is left of `rest`. */
function spreadPixel(
  image: usize,
  result: usize,
  peak: v128,
  rest: v128,
  slope: v128,
  offset: v128,
): v128 {
  const pixel = v128.load(image);
  const isPeak = f32x4.eq(pixel, peak);
  const share = f32x4.add(f32x4.mul(pixel, slope), offset);
  v128.store(result, f32x4.add(v128.and(rest, isPeak), share));
  return v128.andnot(rest, isPeak);
}

/** Adds `rest` to a pixel where it is the peak; what is left of `rest`. */
function addToPeak(image: usize, result: usize, peak: v128, rest: v128): v128 {
  const isPeak = f32x4.eq(v128.load(image), peak);
  v128.store(result, f32x4.add(v128.load(result), v128.and(rest, isPeak)));
  return v128.andnot(rest, isPeak);
}
