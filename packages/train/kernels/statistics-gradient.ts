import { OFFSETS, SLOPES } from './gradient-sums';

/** Writes the gradient through mean and variance to the pixels of a plane from byte `first` to byte `end`. */
export function writeStatisticsGradient(
  plane: usize,
  result: usize,
  first: usize,
  end: usize,
  pixelBytes: usize,
): void {
  for (let lanes: usize = 0; lanes < pixelBytes; lanes += 16) {
    const slope = v128.load(SLOPES + lanes);
    const offset = v128.load(OFFSETS + lanes);
    for (let at = first + lanes; at < end; at += pixelBytes) {
      v128.store(result + at, f32x4.add(f32x4.mul(v128.load(plane + at), slope), offset));
    }
  }
}
