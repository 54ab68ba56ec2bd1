import { LONGEST_BLOCK } from './add-lanes';

/** What a block of channels is normalised by: `(x - center) * factor + shift`. */
export const CENTERS = memory.data(LONGEST_BLOCK * 4, 16);
export const FACTORS = memory.data(LONGEST_BLOCK * 4, 16);
export const SHIFTS = memory.data(LONGEST_BLOCK * 4, 16);

/** Sets centers, factors and shifts. */
export function setScale(
  step: usize,
  epsilon: f32,
  gamma: usize,
  beta: usize,
  mean: usize,
  variance: usize,
): void {
  for (let lanes: usize = 0; lanes < step; lanes += 16) {
    const deviation = f32x4.sqrt(f32x4.add(v128.load(variance + lanes), f32x4.splat(epsilon)));
    v128.store(CENTERS + lanes, v128.load(mean + lanes));
    v128.store(FACTORS + lanes, f32x4.div(v128.load(gamma + lanes), deviation));
    v128.store(SHIFTS + lanes, v128.load(beta + lanes));
  }
}
