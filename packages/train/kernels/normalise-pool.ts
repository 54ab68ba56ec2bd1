import { maximumPool } from './maximum-pool';
import { addMoments, finishMoments, startMoments } from './moments';
import { Pooling } from './pooling';
import { factorOf, flipsOf } from './scale';

/**
 * Batch normalisation by the batch's own statistics, a rectifier where there is one, and maximum pooling. A rising function changes
 * places with a maximum, so the pooling comes first, on numbers as they are; a channel with a negative gamma falls, so its sign is flipped
 * meanwhile.
 *
 * @param gamma One number a channel, as beta, and as the batch's mean and variance, which are written.
 * @param peaks Where the pooled image goes; not used where windows are single pixels, whose peaks are the image.
 * @param output Where it goes when it is normalised.
 */
export function normalisePool(
  pooling: Pooling,
  image: usize,
  gamma: usize,
  beta: usize,
  peaks: usize,
  output: usize,
  mean: usize,
  variance: usize,
): void {
  const batch = pooling.batch;
  const blocks = pooling.blocks;
  const step = pooling.step;
  const plane = pooling.plane;
  const pooledPlane = pooling.pooledPlane;
  const pixels = pooling.height * pooling.width;
  if (pooling.isSingle) peaks = image;
  for (let place = 0; place < blocks; place++) {
    const channels = <usize>place * step;
    startMoments(image + <usize>place * plane, pixels, step);
    for (let sample = 0; sample < batch; sample++) {
      const index = <usize>(sample * blocks + place);
      const from = image + index * plane;
      if (pooling.isSingle) addMoments(from, pixels, step);
      else poolPlane(pooling, from, peaks + index * pooledPlane, gamma + channels);
    }
    finishMoments(<f64>batch * <f64>pixels, step, mean + channels, variance + channels);
    for (let sample = 0; sample < batch; sample++) {
      const offset = <usize>(sample * blocks + place) * pooledPlane;
      normalise(
        pooling,
        peaks + offset,
        output + offset,
        gamma + channels,
        beta + channels,
        mean + channels,
        variance + channels,
      );
    }
  }
}

/** Pools a plane, and takes it into the moments row by row while it is near. */
function poolPlane(pooling: Pooling, image: usize, peaks: usize, gamma: usize): void {
  const height = pooling.height;
  const width = pooling.width;
  const rows = pooling.rows;
  const columns = pooling.columns;
  const windowHeight = pooling.windowHeight;
  const step = pooling.step;
  const rowBytes = <usize>width * step;
  for (let row = 0; row < rows; row++) {
    const first = row * windowHeight;
    const high = min(windowHeight, height - first);
    const from = image + <usize>first * rowBytes;
    const to = peaks + <usize>(row * columns) * step;
    addMoments(from, high * width, step);
    for (let lanes: usize = 0; lanes < step; lanes += 16) {
      maximumPool(pooling, from + lanes, to + lanes, flipsOf(gamma, lanes), high);
    }
  }
  const over = height - rows * windowHeight;
  if (over > 0) addMoments(image + <usize>(height - over) * rowBytes, over * width, step);
}

function normalise(
  pooling: Pooling,
  peaks: usize,
  output: usize,
  gamma: usize,
  beta: usize,
  mean: usize,
  variance: usize,
): void {
  const step = pooling.step;
  const pooledPlane = pooling.pooledPlane;
  const floor = f32x4.splat(pooling.rectify !== 0 ? 0 : -Infinity);
  for (let lanes: usize = 0; lanes < step; lanes += 16) {
    const factor = factorOf(gamma, variance, lanes, pooling.epsilon);
    const center = v128.load(mean + lanes);
    const shift = v128.load(beta + lanes);
    for (let at = lanes; at < pooledPlane; at += step) {
      const scaled = f32x4.mul(f32x4.sub(v128.load(peaks + at), center), factor);
      v128.store(output + at, f32x4.max(floor, f32x4.add(scaled, shift)));
    }
  }
}
