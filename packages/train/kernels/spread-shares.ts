import { OFFSETS, SLOPES } from './gradient-sums';

/** Writes to the pixels from byte `first` to `end` what they have as parts of mean and variance. */
export function spreadShares(
  image: usize,
  result: usize,
  first: usize,
  end: usize,
  step: usize,
): void {
  for (let lanes: usize = 0; lanes < step; lanes += 16) {
    const slope = v128.load(SLOPES + lanes);
    const offset = v128.load(OFFSETS + lanes);
    for (let at = first + lanes; at < end; at += step) {
      v128.store(result + at, f32x4.add(f32x4.mul(v128.load(image + at), slope), offset));
    }
  }
}
