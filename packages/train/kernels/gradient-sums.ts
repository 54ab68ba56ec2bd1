import { addLanes, LONGEST_BLOCK } from './add-lanes';
import { areInside } from './are-inside';
import { Pooling } from './pooling';
import { CENTRES, FACTORS, SHIFTS } from './scale';
import { reserve } from './scratch';

const SUMS = reserve(LONGEST_BLOCK * 8);
const PRODUCTS = reserve(LONGEST_BLOCK * 8);

/**
 * The gradient through mean and variance is `slope * pixel + offset` at each pixel, with a slope and an offset for each
 * channel.
 */
export const SLOPES = reserve(LONGEST_BLOCK * 4);
export const OFFSETS = reserve(LONGEST_BLOCK * 4);

/** Sets the sums of a channel block to zero. */
export function startGradientSums(): void {
  memory.fill(SUMS, 0, LONGEST_BLOCK * 8);
  memory.fill(PRODUCTS, 0, LONGEST_BLOCK * 8);
}

/** The number of pixels whose sums are computed in 32 bits; they are in the first-level cache. */
const CHUNK = 128;

/** Adds the gradient of a plane, where it is not clipped, to SUMS; and times the centred peaks, to PRODUCTS. */
export function addGradientSums(pooling: Pooling, peaks: usize, gradient: usize): void {
  const pixelBytes = pooling.pixelBytes;
  let remaining = pooling.rows * pooling.columns;
  while (remaining > 0) {
    const count = min(CHUNK, remaining);
    for (let lanes: usize = 0; lanes < pixelBytes; lanes += 16) {
      addLaneSums(pooling, peaks + lanes, gradient + lanes, lanes, count);
    }
    remaining -= count;
    peaks += <usize>count * pixelBytes;
    gradient += <usize>count * pixelBytes;
  }
}

/** Adds `count` pixels of four channels, in two chains of additions, so that the processor need not wait for each. */
function addLaneSums(
  pooling: Pooling,
  peaks: usize,
  gradient: usize,
  lanes: usize,
  count: i32,
): void {
  const pixelBytes = pooling.pixelBytes;
  const lowerLimit = f32x4.splat(pooling.lowerLimit);
  const upperLimit = f32x4.splat(pooling.upperLimit);
  const centre = v128.load(CENTRES + lanes);
  const factor = v128.load(FACTORS + lanes);
  const shift = v128.load(SHIFTS + lanes);
  let sum = f32x4.splat(0);
  let products = f32x4.splat(0);
  let otherSum = f32x4.splat(0);
  let otherProducts = f32x4.splat(0);
  const end = peaks + <usize>count * pixelBytes;
  while (peaks + pixelBytes < end) {
    const centred = f32x4.sub(v128.load(peaks), centre);
    const otherCentred = f32x4.sub(v128.load(peaks + pixelBytes), centre);
    const normalised = f32x4.add(f32x4.mul(centred, factor), shift);
    const otherNormalised = f32x4.add(f32x4.mul(otherCentred, factor), shift);
    const passes = areInside(normalised, lowerLimit, upperLimit);
    const otherPasses = areInside(otherNormalised, lowerLimit, upperLimit);
    const own = v128.and(v128.load(gradient), passes);
    const other = v128.and(v128.load(gradient + pixelBytes), otherPasses);
    sum = f32x4.add(sum, own);
    otherSum = f32x4.add(otherSum, other);
    products = f32x4.add(products, f32x4.mul(own, centred));
    otherProducts = f32x4.add(otherProducts, f32x4.mul(other, otherCentred));
    peaks += 2 * pixelBytes;
    gradient += 2 * pixelBytes;
  }
  if (peaks < end) {
    const centred = f32x4.sub(v128.load(peaks), centre);
    const normalised = f32x4.add(f32x4.mul(centred, factor), shift);
    const own = v128.and(v128.load(gradient), areInside(normalised, lowerLimit, upperLimit));
    sum = f32x4.add(sum, own);
    products = f32x4.add(products, f32x4.mul(own, centred));
  }
  addLanes(SUMS + 2 * lanes, f32x4.add(sum, otherSum));
  addLanes(PRODUCTS + 2 * lanes, f32x4.add(products, otherProducts));
}

/** Writes the gradients with respect to gamma and beta, and sets SLOPES and OFFSETS. */
export function finishGradientSums(
  pooling: Pooling,
  gamma: usize,
  mean: usize,
  variance: usize,
  gammaGradient: usize,
  betaGradient: usize,
): void {
  const count = <f64>pooling.batch * <f64>(pooling.height * pooling.width);
  for (let channel: usize = 0; channel < pooling.pixelBytes; channel += 4) {
    const deviation = Math.sqrt(<f64>load<f32>(variance + channel) + <f64>pooling.epsilon);
    const factor = <f64>load<f32>(gamma + channel) / deviation;
    const sum = load<f64>(SUMS + 2 * channel);
    const product = load<f64>(PRODUCTS + 2 * channel) / deviation;
    const slope = (-factor * product) / deviation / count;
    const offset = (-factor * sum) / count - slope * <f64>load<f32>(mean + channel);
    store<f32>(gammaGradient + channel, <f32>product);
    store<f32>(betaGradient + channel, <f32>sum);
    store<f32>(SLOPES + channel, <f32>slope);
    store<f32>(OFFSETS + channel, <f32>offset);
  }
}
