import { maximumPool } from './maximum-pool';
import { addMoments, finishMoments, startMoments } from './moments';
import { Pooling } from './pooling';
import { CENTRES, FACTORS, setScale, SHIFTS } from './scale';

/**
 * Batch normalisation by the mean and variance of the batch, a clipping to two limits, and maximum pooling. A non-decreasing
 * function commutes with a maximum, so the images are pooled first, and only the peaks are normalised and clipped. Where
 * gamma is negative, normalisation makes the smallest pixel the largest, so the smallest pixel is the peak.
 *
 * @param first The first channel block of this part of the work; `end` is the block after the last one.
 * @param gamma One number for each channel; beta, mean and variance likewise.
 * @param peaks Written: the pooled images. Unused where windows are single pixels, since the images are the peaks.
 * @param output Written: the normalised peaks.
 * @param mean Written: the mean of the batch.
 * @param variance Written: the variance of the batch.
 */
export function normalisePool(
  pooling: Pooling,
  first: i32,
  end: i32,
  images: usize,
  gamma: usize,
  beta: usize,
  peaks: usize,
  output: usize,
  mean: usize,
  variance: usize,
): void {
  const batch = pooling.batch;
  const blocks = pooling.blocks;
  const pixelBytes = pooling.pixelBytes;
  const planeBytes = pooling.planeBytes;
  const pooledBytes = pooling.pooledBytes;
  const pixels = pooling.height * pooling.width;
  if (pooling.areSinglePixels) peaks = images;
  for (let block = first; block < end; block++) {
    const channel = <usize>block * pixelBytes;
    startMoments(images + <usize>block * planeBytes, pixels, pixelBytes);
    for (let image = 0; image < batch; image++) {
      const index = <usize>(image * blocks + block);
      const plane = images + index * planeBytes;
      if (pooling.areSinglePixels) addRows(pooling, plane);
      else poolPlane(pooling, plane, peaks + index * pooledBytes, gamma + channel);
    }
    finishMoments(<f64>batch * <f64>pixels, pixelBytes, mean + channel, variance + channel);
    setScale(
      pixelBytes,
      pooling.epsilon,
      gamma + channel,
      beta + channel,
      mean + channel,
      variance + channel,
    );
    for (let image = 0; image < batch; image++) {
      const offset = <usize>(image * blocks + block) * pooledBytes;
      normalise(pooling, peaks + offset, output + offset);
    }
  }
}

/** Adds a plane to the moments row by row, so that few numbers are summed in 32 bits. */
function addRows(pooling: Pooling, plane: usize): void {
  const rowBytes = <usize>pooling.width * pooling.pixelBytes;
  for (let row = 0; row < pooling.height; row++) {
    addMoments(plane + <usize>row * rowBytes, pooling.width, pooling.pixelBytes);
  }
}

/** Pools a plane, and adds its rows to the moments while they are in the cache. */
function poolPlane(pooling: Pooling, plane: usize, peaks: usize, gamma: usize): void {
  const width = pooling.width;
  const pixelBytes = pooling.pixelBytes;
  const rowBytes = <usize>width * pixelBytes;
  let added = 0;
  for (let row = 0; row < pooling.rows; row++) {
    const end = pooling.endRow(row);
    addMoments(plane + <usize>added * rowBytes, (end - added) * width, pixelBytes);
    added = end;
    const from = plane + <usize>pooling.firstRow(row) * rowBytes;
    const to = peaks + <usize>(row * pooling.columns) * pixelBytes;
    for (let lanes: usize = 0; lanes < pixelBytes; lanes += 16) {
      maximumPool(pooling, row, from + lanes, to + lanes, v128.load(gamma + lanes));
    }
  }
  addMoments(plane + <usize>added * rowBytes, (pooling.height - added) * width, pixelBytes);
}

function normalise(pooling: Pooling, peaks: usize, output: usize): void {
  const pixelBytes = pooling.pixelBytes;
  const pooledBytes = pooling.pooledBytes;
  const lowerLimit = f32x4.splat(pooling.lowerLimit);
  const upperLimit = f32x4.splat(pooling.upperLimit);
  for (let lanes: usize = 0; lanes < pixelBytes; lanes += 16) {
    const centre = v128.load(CENTRES + lanes);
    const factor = v128.load(FACTORS + lanes);
    const shift = v128.load(SHIFTS + lanes);
    for (let at = lanes; at < pooledBytes; at += pixelBytes) {
      const scaled = f32x4.mul(f32x4.sub(v128.load(peaks + at), centre), factor);
      const normalised = f32x4.add(scaled, shift);
      v128.store(output + at, f32x4.min(upperLimit, f32x4.max(lowerLimit, normalised)));
    }
  }
}
