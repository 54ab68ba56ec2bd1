import { addGradientSums, finishGradientSums, startGradientSums } from './gradient-sums';
import { Pooling } from './pooling';
import { setScale } from './scale';
import { spreadPlane } from './spread-plane';

/**
 * The gradient of `normalisePool`. Only peaks take part in its sums.
 *
 * @param peaks As `normalisePool` left them; the image itself where windows are single pixels.
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
    const own = <usize>place * step;
    setScale(step, pooling.epsilon, gamma + own, beta + own, mean + own, variance + own);
    startGradientSums();
    for (let sample = 0; sample < batch; sample++) {
      const offset = <usize>(sample * blocks + place) * pooledPlane;
      addGradientSums(pooling, peaks + offset, gradient + offset);
    }
    finishGradientSums(
      pooling,
      gamma + own,
      mean + own,
      variance + own,
      gammaGradient + own,
      betaGradient + own,
    );
    for (let sample = 0; sample < batch; sample++) {
      const index = <usize>(sample * blocks + place);
      const offset = index * pooledPlane;
      const to = result + index * paddedPlane;
      spreadPlane(pooling, image + index * plane, peaks + offset, gradient + offset, to);
      memory.fill(to + plane, 0, paddedPlane - plane);
    }
  }
}
