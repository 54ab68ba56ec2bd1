import type { Targets } from './targets.ts';

/**
 * The targets and weights of a batch in which each image is mixed with the one before it, the first with the last. The loss of
 * an image is then the mean of the losses for both labels, weighted by the shares and by the weights of the classes.
 *
 * @param ownShare The share of each image itself, 0 to 1.
 * @returns Fresh arrays.
 */
export function mixedTargets({ targets, weights }: Targets, ownShare: number): Targets {
  const count = weights.length;
  const classes = targets.length / count;
  const mixed = { targets: new Float32Array(targets.length), weights: new Float32Array(count) };
  for (let row = 0; row < count; row++) {
    const other = (row + count - 1) % count;
    const own = ownShare * weights[row]!;
    const weight = own + (1 - ownShare) * weights[other]!;
    const share = weight > 0 ? own / weight : ownShare;
    mixed.weights[row] = weight;
    for (let at = 0; at < classes; at++)
      mixed.targets[row * classes + at] =
        share * targets[row * classes + at]! + (1 - share) * targets[other * classes + at]!;
  }
  return mixed;
}
