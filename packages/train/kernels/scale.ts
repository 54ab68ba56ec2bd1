import { LONGEST_BLOCK } from './add-lanes';
import { reserve } from './scratch';

/** The batch normalisation of a channel block is `(x - centre) * factor + shift`, with three numbers for each channel. */
export const CENTRES = reserve(LONGEST_BLOCK * 4);
export const FACTORS = reserve(LONGEST_BLOCK * 4);
export const SHIFTS = reserve(LONGEST_BLOCK * 4);

/** Sets CENTRES, FACTORS and SHIFTS for a channel block of `pixelBytes` bytes. */
export function setScale(
  pixelBytes: usize,
  epsilon: f32,
  gamma: usize,
  beta: usize,
  mean: usize,
  variance: usize,
): void {
  for (let lanes: usize = 0; lanes < pixelBytes; lanes += 16) {
    const deviation = f32x4.sqrt(f32x4.add(v128.load(variance + lanes), f32x4.splat(epsilon)));
    v128.store(CENTRES + lanes, v128.load(mean + lanes));
    v128.store(FACTORS + lanes, f32x4.div(v128.load(gamma + lanes), deviation));
    v128.store(SHIFTS + lanes, v128.load(beta + lanes));
  }
}
