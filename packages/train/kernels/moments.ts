import { addLanes, LONGEST_BLOCK } from './add-lanes';

const SHIFTS = memory.data(LONGEST_BLOCK * 4, 16);
const SUMS = memory.data(LONGEST_BLOCK * 8, 16);
const SQUARES = memory.data(LONGEST_BLOCK * 8, 16);

/**
 * Begins the sums of a block of channels. They run over differences from the channel's mean over `pixels` pixels at
 * `image`: squares of small numbers do not cancel.
 */
export function startMoments(image: usize, pixels: i32, step: usize): void {
  memory.fill(SUMS, 0, LONGEST_BLOCK * 8);
  memory.fill(SQUARES, 0, LONGEST_BLOCK * 8);
  for (let lanes: usize = 0; lanes < step; lanes += 16) {
    let sum = f32x4.splat(0);
    let at = image + lanes;
    for (let pixel = 0; pixel < pixels; pixel++) {
      sum = f32x4.add(sum, v128.load(at));
      at += step;
    }
    v128.store(SHIFTS + lanes, f32x4.div(sum, f32x4.splat(<f32>pixels)));
  }
}

/** Takes `pixels` pixels into the sums. */
export function addMoments(image: usize, pixels: i32, step: usize): void {
  const four = pixels & ~3;
  for (let lanes: usize = 0; lanes < step; lanes += 16) {
    const shift = v128.load(SHIFTS + lanes);
    let sum = f32x4.splat(0);
    let squares = f32x4.splat(0);
    let at = image + lanes;
    let pixel = 0;
    for (; pixel < four; pixel += 4) {
      const a = f32x4.sub(v128.load(at), shift);
      const b = f32x4.sub(v128.load(at + step), shift);
      const c = f32x4.sub(v128.load(at + 2 * step), shift);
      const d = f32x4.sub(v128.load(at + 3 * step), shift);
      sum = f32x4.add(sum, f32x4.add(f32x4.add(a, b), f32x4.add(c, d)));
      squares = f32x4.add(squares, f32x4.add(addSquares(a, b), addSquares(c, d)));
      at += 4 * step;
    }
    for (; pixel < pixels; pixel++) {
      const a = f32x4.sub(v128.load(at), shift);
      sum = f32x4.add(sum, a);
      squares = f32x4.add(squares, f32x4.mul(a, a));
      at += step;
    }
    addLanes(SUMS + 2 * lanes, sum);
    addLanes(SQUARES + 2 * lanes, squares);
  }
}

/** Writes mean and variance of each channel of the block, taken over `count` numbers. */
export function finishMoments(count: f64, step: usize, mean: usize, variance: usize): void {
  for (let channel: usize = 0; channel < step; channel += 4) {
    const sum = load<f64>(SUMS + 2 * channel) / count;
    const squares = load<f64>(SQUARES + 2 * channel) / count;
    store<f32>(mean + channel, <f32>(<f64>load<f32>(SHIFTS + channel) + sum));
    store<f32>(variance + channel, <f32>max<f64>(0, squares - sum * sum));
  }
}

function addSquares(a: v128, b: v128): v128 {
  return f32x4.add(f32x4.mul(a, a), f32x4.mul(b, b));
}
