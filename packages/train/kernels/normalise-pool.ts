import { maximumPool } from './maximum-pool';
import { addMoments, finishMoments, startMoments } from './moments';
import { Pooling } from './pooling';
import { CENTERS, FACTORS, setScale, SHIFTS } from './scale';

/**
 * Batch normalisation by the batch's own statistics, a rectifier where there is one, and maximum pooling. What rises changes
 * places with a maximum, so the pooling comes first, on the numbers as they are.
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
    const own = <usize>place * step;
    startMoments(image + <usize>place * plane, pixels, step);
    for (let sample = 0; sample < batch; sample++) {
      const index = <usize>(sample * blocks + place);
      const from = image + index * plane;
      if (pooling.isSingle) addRows(pooling, from);
      else poolPlane(pooling, from, peaks + index * pooledPlane, gamma + own);
    }
    finishMoments(<f64>batch * <f64>pixels, step, mean + own, variance + own);
    setScale(step, pooling.epsilon, gamma + own, beta + own, mean + own, variance + own);
    for (let sample = 0; sample < batch; sample++) {
      const offset = <usize>(sample * blocks + place) * pooledPlane;
      normalise(pooling, peaks + offset, output + offset);
    }
  }
}

/** Takes a plane into the moments row by row: sums of 32 bits stay short. */
function addRows(pooling: Pooling, image: usize): void {
  const rowBytes = <usize>pooling.width * pooling.step;
  for (let row = 0; row < pooling.height; row++) {
    addMoments(image + <usize>row * rowBytes, pooling.width, pooling.step);
  }
}

/** Pools a plane, and takes it into the moments row by row while it is near. */
function poolPlane(pooling: Pooling, image: usize, peaks: usize, gamma: usize): void {
  const width = pooling.width;
  const step = pooling.step;
  const rowBytes = <usize>width * step;
  let taken = 0;
  for (let row = 0; row < pooling.rows; row++) {
    const end = pooling.endRow(row);
    addMoments(image + <usize>taken * rowBytes, (end - taken) * width, step);
    taken = end;
    const from = image + <usize>pooling.firstRow(row) * rowBytes;
    const to = peaks + <usize>(row * pooling.columns) * step;
    for (let lanes: usize = 0; lanes < step; lanes += 16) {
      maximumPool(pooling, row, from + lanes, to + lanes, v128.load(gamma + lanes));
    }
  }
  addMoments(image + <usize>taken * rowBytes, (pooling.height - taken) * width, step);
}

function normalise(pooling: Pooling, peaks: usize, output: usize): void {
  const step = pooling.step;
  const pooledPlane = pooling.pooledPlane;
  const floor = f32x4.splat(pooling.floor);
  for (let lanes: usize = 0; lanes < step; lanes += 16) {
    const center = v128.load(CENTERS + lanes);
    const factor = v128.load(FACTORS + lanes);
    const shift = v128.load(SHIFTS + lanes);
    for (let at = lanes; at < pooledPlane; at += step) {
      const scaled = f32x4.mul(f32x4.sub(v128.load(peaks + at), center), factor);
      v128.store(output + at, f32x4.max(floor, f32x4.add(scaled, shift)));
    }
  }
}
