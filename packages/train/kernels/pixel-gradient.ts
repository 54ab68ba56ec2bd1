import { areInside } from './are-inside';
import { OFFSETS, SLOPES } from './gradient-sums';
import { Pooling } from './pooling';
import { CENTRES, FACTORS, SHIFTS } from './scale';

/** The number of pixels that are written at a time; they are in the first-level cache. */
const CHUNK = 128;

/** Writes the gradient with respect to a plane where windows are single pixels, so that the peaks are the plane itself. */
export function writePixelGradient(
  pooling: Pooling,
  plane: usize,
  gradient: usize,
  result: usize,
): void {
  const pixelBytes = pooling.pixelBytes;
  const end = plane + pooling.planeBytes;
  while (plane < end) {
    const bytes = min(<usize>CHUNK * pixelBytes, end - plane);
    for (let lanes: usize = 0; lanes < pixelBytes; lanes += 16) {
      writeLanes(pooling, plane + lanes, gradient + lanes, result + lanes, lanes, bytes);
    }
    plane += bytes;
    gradient += bytes;
    result += bytes;
  }
}

/** Writes the gradient of four channels. */
function writeLanes(
  pooling: Pooling,
  plane: usize,
  gradient: usize,
  result: usize,
  lanes: usize,
  bytes: usize,
): void {
  const pixelBytes = pooling.pixelBytes;
  const lowerLimit = f32x4.splat(pooling.lowerLimit);
  const upperLimit = f32x4.splat(pooling.upperLimit);
  const centre = v128.load(CENTRES + lanes);
  const factor = v128.load(FACTORS + lanes);
  const shift = v128.load(SHIFTS + lanes);
  const slope = v128.load(SLOPES + lanes);
  const offset = v128.load(OFFSETS + lanes);
  for (let at: usize = 0; at < bytes; at += pixelBytes) {
    const pixel = v128.load(plane + at);
    const normalised = f32x4.add(f32x4.mul(f32x4.sub(pixel, centre), factor), shift);
    const passes = areInside(normalised, lowerLimit, upperLimit);
    const direct = v128.and(f32x4.mul(v128.load(gradient + at), factor), passes);
    const share = f32x4.add(f32x4.mul(pixel, slope), offset);
    v128.store(result + at, f32x4.add(direct, share));
  }
}
