import { addLanes, LONGEST_BLOCK } from './add-lanes';
import { Pooling } from './pooling';
import { factorOf } from './scale';

const SUMS = memory.data(LONGEST_BLOCK * 8, 16);
const PRODUCTS = memory.data(LONGEST_BLOCK * 8, 16);
const SLOPES = memory.data(LONGEST_BLOCK * 4, 16);
const OFFSETS = memory.data(LONGEST_BLOCK * 4, 16);

/**
 * The gradient of `normalisePool`. Only peaks take part in its sums; each window's gradient goes to the first place that holds its
 * peak, and every pixel has its share in mean and variance.
 *
 * @param gradient That of the output.
 * @param result Where that of the image goes, `[batch, blocks, paddedHeight, width, block]`.
 * @param gammaGradient Where that of gamma goes, one number a channel; that of beta likewise.
 */
export function normalisePoolGradient(
  pooling: Pooling,
  image: usize,
  gamma: usize,
  beta: usize,
  peaks: usize,
  mean: usize,
  variance: usize,
  gradient: usize,
  result: usize,
  gammaGradient: usize,
  betaGradient: usize,
): void {
  const batch = pooling.batch;
  const blocks = pooling.blocks;
  const step = pooling.step;
  const plane = pooling.plane;
  const pooledPlane = pooling.pooledPlane;
  const paddedPlane = pooling.paddedPlane;
  for (let place = 0; place < blocks; place++) {
    const channels = <usize>place * step;
    const ownGamma = gamma + channels;
    const ownBeta = beta + channels;
    const ownMean = mean + channels;
    const ownVariance = variance + channels;
    memory.fill(SUMS, 0, LONGEST_BLOCK * 8);
    memory.fill(PRODUCTS, 0, LONGEST_BLOCK * 8);
    for (let sample = 0; sample < batch; sample++) {
      const offset = <usize>(sample * blocks + place) * pooledPlane;
      addPeaks(
        pooling,
        peaks + offset,
        gradient + offset,
        ownGamma,
        ownBeta,
        ownMean,
        ownVariance,
      );
    }
    finishSums(
      pooling,
      ownGamma,
      ownMean,
      ownVariance,
      gammaGradient + channels,
      betaGradient + channels,
    );
    for (let sample = 0; sample < batch; sample++) {
      const index = <usize>(sample * blocks + place);
      const to = result + index * paddedPlane;
      spreadPlane(
        pooling,
        image + index * plane,
        peaks + index * pooledPlane,
        gradient + index * pooledPlane,
        to,
        ownGamma,
        ownBeta,
        ownMean,
        ownVariance,
      );
      memory.fill(to + plane, 0, paddedPlane - plane);
    }
  }
}

/** Sums a plane's gradient where the rectifier let through, alone and times what it is a gradient of. */
function addPeaks(
  pooling: Pooling,
  peaks: usize,
  gradient: usize,
  gamma: usize,
  beta: usize,
  mean: usize,
  variance: usize,
): void {
  const rows = pooling.rows;
  const columns = pooling.columns;
  const step = pooling.step;
  const epsilon = pooling.epsilon;
  for (let lanes: usize = 0; lanes < step; lanes += 16) {
    const factor = factorOf(gamma, variance, lanes, epsilon);
    const center = v128.load(mean + lanes);
    const shift = v128.load(beta + lanes);
    const floor = floorOf(pooling);
    let at = lanes;
    for (let row = 0; row < rows; row++) {
      let sum = f32x4.splat(0);
      let products = f32x4.splat(0);
      for (let column = 0; column < columns; column++) {
        const centered = f32x4.sub(v128.load(peaks + at), center);
        const passed = f32x4.gt(f32x4.add(f32x4.mul(centered, factor), shift), floor);
        const own = v128.and(v128.load(gradient + at), passed);
        sum = f32x4.add(sum, own);
        products = f32x4.add(products, f32x4.mul(own, centered));
        at += step;
      }
      addLanes(SUMS + 2 * lanes, sum);
      addLanes(PRODUCTS + 2 * lanes, products);
    }
  }
}

/** The gradients of gamma and beta, and with them each pixel's share: `slope * pixel + offset`. */
function finishSums(
  pooling: Pooling,
  gamma: usize,
  mean: usize,
  variance: usize,
  gammaGradient: usize,
  betaGradient: usize,
): void {
  const count = <f64>pooling.batch * <f64>(pooling.height * pooling.width);
  for (let channel: usize = 0; channel < pooling.step; channel += 4) {
    const sum = load<f64>(SUMS + 2 * channel);
    const wide = <f64>load<f32>(variance + channel) + <f64>pooling.epsilon;
    const product = load<f64>(PRODUCTS + 2 * channel) / Math.sqrt(wide);
    const factor = <f64>load<f32>(gamma + channel) / Math.sqrt(wide);
    const slope = (-factor * product) / Math.sqrt(wide) / count;
    const offset = (-factor * sum) / count - slope * <f64>load<f32>(mean + channel);
    store<f32>(gammaGradient + channel, <f32>product);
    store<f32>(betaGradient + channel, <f32>sum);
    store<f32>(SLOPES + channel, <f32>slope);
    store<f32>(OFFSETS + channel, <f32>offset);
  }
}

function spreadPlane(
  pooling: Pooling,
  image: usize,
  peaks: usize,
  gradient: usize,
  result: usize,
  gamma: usize,
  beta: usize,
  mean: usize,
  variance: usize,
): void {
  const height = pooling.height;
  const width = pooling.width;
  const rows = pooling.rows;
  const columns = pooling.columns;
  const windowHeight = pooling.windowHeight;
  const windowWidth = pooling.windowWidth;
  const step = pooling.step;
  const epsilon = pooling.epsilon;
  const rowBytes = <usize>width * step;
  const covered = min(columns * windowWidth, width);
  const floor = floorOf(pooling);
  for (let row = 0; row < rows; row++) {
    const high = min(windowHeight, height - row * windowHeight);
    for (let lanes: usize = 0; lanes < step; lanes += 16) {
      const factor = factorOf(gamma, variance, lanes, epsilon);
      const center = v128.load(mean + lanes);
      const shift = v128.load(beta + lanes);
      const slope = v128.load(SLOPES + lanes);
      const offset = v128.load(OFFSETS + lanes);
      const top = <usize>(row * windowHeight) * rowBytes + lanes;
      let pooled = <usize>(row * columns) * step + lanes;
      for (let column = 0; column < columns; column++) {
        const peak = v128.load(peaks + pooled);
        const normal = f32x4.add(f32x4.mul(f32x4.sub(peak, center), factor), shift);
        const direct = f32x4.mul(v128.load(gradient + pooled), factor);
        let rest = v128.and(direct, f32x4.gt(normal, floor));
        const first = column * windowWidth;
        const wide = <usize>min(windowWidth, width - first) * step;
        let at = top + <usize>first * step;
        for (let down = 0; down < high; down++) {
          for (let across: usize = 0; across < wide; across += step) {
            const pixel = v128.load(image + at + across);
            const isPeak = f32x4.eq(pixel, peak);
            const share = f32x4.add(f32x4.mul(pixel, slope), offset);
            v128.store(result + at + across, f32x4.add(v128.and(rest, isPeak), share));
            rest = v128.andnot(rest, isPeak);
          }
          at += rowBytes;
        }
        pooled += step;
      }
      for (let down = 0; down < high; down++) {
        const at = top + <usize>down * rowBytes;
        share(image + at, result + at, slope, offset, <usize>covered * step, rowBytes, step);
      }
    }
  }
  const first = <usize>(rows * windowHeight) * rowBytes;
  const plane = <usize>height * rowBytes;
  for (let lanes: usize = 0; lanes < step; lanes += 16) {
    const slope = v128.load(SLOPES + lanes);
    const offset = v128.load(OFFSETS + lanes);
    share(image + lanes, result + lanes, slope, offset, first, plane, step);
  }
}

/** Pixels that no window has, from byte `first` to `end`. */
@inline
function share(
  image: usize,
  result: usize,
  slope: v128,
  offset: v128,
  first: usize,
  end: usize,
  step: usize,
): void {
  for (let at = first; at < end; at += step) {
    v128.store(result + at, f32x4.add(f32x4.mul(v128.load(image + at), slope), offset));
  }
}

/** What a normalised number must exceed for its gradient to go back. */
@inline
function floorOf(pooling: Pooling): v128 {
  return f32x4.splat(pooling.rectify !== 0 ? 0 : -Infinity);
}
