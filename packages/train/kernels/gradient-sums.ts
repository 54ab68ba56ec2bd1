import { addLanes, LONGEST_BLOCK } from './add-lanes';
import { Pooling } from './pooling';
import { CENTRES, FACTORS, SHIFTS } from './scale';

const SUMS = memory.data(LONGEST_BLOCK * 8, 16);
const PRODUCTS = memory.data(LONGEST_BLOCK * 8, 16);

/**
 * The gradient through mean and variance is `slope * pixel + offset` at each pixel, with a slope and an offset for each
 * channel.
 */
export const SLOPES = memory.data(LONGEST_BLOCK * 4, 16);
export const OFFSETS = memory.data(LONGEST_BLOCK * 4, 16);

/** Sets the sums of a channel block to zero. */
export function startGradientSums(): void {
  memory.fill(SUMS, 0, LONGEST_BLOCK * 8);
  memory.fill(PRODUCTS, 0, LONGEST_BLOCK * 8);
}

/** Adds the gradient of a plane, where the rectifier passes it, to SUMS; and times the centred peaks, to PRODUCTS. */
export function addGradientSums(pooling: Pooling, peaks: usize, gradient: usize): void {
  const rows = pooling.rows;
  const columns = pooling.columns;
  const pixelBytes = pooling.pixelBytes;
  const lowerLimit = f32x4.splat(pooling.lowerLimit);
  for (let lanes: usize = 0; lanes < pixelBytes; lanes += 16) {
    const centre = v128.load(CENTRES + lanes);
    const factor = v128.load(FACTORS + lanes);
    const shift = v128.load(SHIFTS + lanes);
    let at = lanes;
    for (let row = 0; row < rows; row++) {
      let sum = f32x4.splat(0);
      let products = f32x4.splat(0);
      for (let column = 0; column < columns; column++) {
        const centred = f32x4.sub(v128.load(peaks + at), centre);
        const passes = f32x4.gt(f32x4.add(f32x4.mul(centred, factor), shift), lowerLimit);
        const own = v128.and(v128.load(gradient + at), passes);
        sum = f32x4.add(sum, own);
        products = f32x4.add(products, f32x4.mul(own, centred));
        at += pixelBytes;
      }
      addLanes(SUMS + 2 * lanes, sum);
      addLanes(PRODUCTS + 2 * lanes, products);
    }
  }
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
