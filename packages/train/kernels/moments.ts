import { addLanes, LONGEST_BLOCK } from './add-lanes';
import { reserve } from './scratch';

const SHIFTS = reserve(LONGEST_BLOCK * 4);
const SUMS = reserve(LONGEST_BLOCK * 8);
const SQUARES = reserve(LONGEST_BLOCK * 8);

/**
 * Starts the moments of a channel block. The sums run over shifted data: differences from an estimate of the mean, here the
 * mean of `count` pixels, so that the variance does not suffer from cancellation.
 */
export function startMoments(pixels: usize, count: i32, pixelBytes: usize): void {
  memory.fill(SUMS, 0, LONGEST_BLOCK * 8);
  memory.fill(SQUARES, 0, LONGEST_BLOCK * 8);
  for (let lanes: usize = 0; lanes < pixelBytes; lanes += 16) {
    let sum = f32x4.splat(0);
    let at = pixels + lanes;
    for (let pixel = 0; pixel < count; pixel++) {
      sum = f32x4.add(sum, v128.load(at));
      at += pixelBytes;
    }
    v128.store(SHIFTS + lanes, f32x4.div(sum, f32x4.splat(<f32>count)));
  }
}

/** Adds `count` pixels to the moments. */
export function addMoments(pixels: usize, count: i32, pixelBytes: usize): void {
  const four = count & ~3;
  for (let lanes: usize = 0; lanes < pixelBytes; lanes += 16) {
    const shift = v128.load(SHIFTS + lanes);
    let sum = f32x4.splat(0);
    let squares = f32x4.splat(0);
    let at = pixels + lanes;
    let pixel = 0;
    for (; pixel < four; pixel += 4) {
      const a = f32x4.sub(v128.load(at), shift);
      const b = f32x4.sub(v128.load(at + pixelBytes), shift);
      const c = f32x4.sub(v128.load(at + 2 * pixelBytes), shift);
      const d = f32x4.sub(v128.load(at + 3 * pixelBytes), shift);
      sum = f32x4.add(sum, f32x4.add(f32x4.add(a, b), f32x4.add(c, d)));
      squares = f32x4.add(squares, f32x4.add(addSquares(a, b), addSquares(c, d)));
      at += 4 * pixelBytes;
    }
    for (; pixel < count; pixel++) {
      const a = f32x4.sub(v128.load(at), shift);
      sum = f32x4.add(sum, a);
      squares = f32x4.add(squares, f32x4.mul(a, a));
      at += pixelBytes;
    }
    addLanes(SUMS + 2 * lanes, sum);
    addLanes(SQUARES + 2 * lanes, squares);
  }
}

/** Writes mean and variance of each channel of the channel block, over `count` numbers. */
export function finishMoments(count: f64, pixelBytes: usize, mean: usize, variance: usize): void {
  for (let channel: usize = 0; channel < pixelBytes; channel += 4) {
    const sum = load<f64>(SUMS + 2 * channel) / count;
    const squares = load<f64>(SQUARES + 2 * channel) / count;
    store<f32>(mean + channel, <f32>(<f64>load<f32>(SHIFTS + channel) + sum));
    store<f32>(variance + channel, <f32>max<f64>(0, squares - sum * sum));
  }
}

function addSquares(a: v128, b: v128): v128 {
  return f32x4.add(f32x4.mul(a, a), f32x4.mul(b, b));
}
