import { addGradientSums, finishGradientSums, startGradientSums } from './gradient-sums';
import { writePixelGradient } from './pixel-gradient';
import { writePlaneGradient } from './plane-gradient';
import { Pooling } from './pooling';
import { setScale } from './scale';

/**
 * The gradient of `normalisePool`. The sums for gamma, beta, mean and variance run over the peaks alone, since the gradient
 * of all other pixels of a window is zero.
 *
 * @param first The first channel block of this part of the work; `end` is the block after the last one.
 * @param peaks As `normalisePool` wrote them; the images themselves where windows are single pixels.
 * @param gradient The gradient with respect to the output.
 * @param result Written: the gradient with respect to the images, `[batch, blocks, paddedHeight, width, channelBlock]`.
 * @param gammaGradient Written: one number for each channel; `betaGradient` likewise.
 */
export function normalisePoolGradient(
  pooling: Pooling,
  first: i32,
  end: i32,
  images: usize,
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
  const pixelBytes = pooling.pixelBytes;
  const planeBytes = pooling.planeBytes;
  const pooledBytes = pooling.pooledBytes;
  const paddedBytes = pooling.paddedBytes;
  for (let block = first; block < end; block++) {
    const channel = <usize>block * pixelBytes;
    setScale(
      pixelBytes,
      pooling.epsilon,
      gamma + channel,
      beta + channel,
      mean + channel,
      variance + channel,
    );
    startGradientSums();
    for (let image = 0; image < batch; image++) {
      const offset = <usize>(image * blocks + block) * pooledBytes;
      addGradientSums(pooling, peaks + offset, gradient + offset);
    }
    finishGradientSums(
      pooling,
      gamma + channel,
      mean + channel,
      variance + channel,
      gammaGradient + channel,
      betaGradient + channel,
    );
    for (let image = 0; image < batch; image++) {
      const index = <usize>(image * blocks + block);
      const offset = index * pooledBytes;
      const to = result + index * paddedBytes;
      const plane = images + index * planeBytes;
      if (pooling.areSinglePixels) writePixelGradient(pooling, plane, gradient + offset, to);
      else writePlaneGradient(pooling, plane, peaks + offset, gradient + offset, to);
      memory.fill(to + planeBytes, 0, paddedBytes - planeBytes);
    }
  }
}
