import {
  type Scalar,
  type Tensor2D,
  mean,
  mul,
  softplus,
  squeeze,
  sub,
  sum,
} from '@tensorflow/tfjs-core';
import type { CrossEntropyOptions } from './cross-entropy.ts';

/** The weighted mean over samples of the binary cross-entropy, the mean over the tags as in Keras. The caller's to dispose of. */
export function binaryCrossEntropy(
  logits: Tensor2D,
  { targets, shares }: CrossEntropyOptions,
): Scalar {
  const losses = sub(softplus(logits), mul(targets, logits));
  return sum(mul(mean(losses, 1), squeeze(shares, [1])));
}

/** The sum over rows of `[count, tags]` of the share of tags whose probability and target are on the same side of 0.5. */
export function countAgreeing(
  logits: ArrayLike<number>,
  targets: ArrayLike<number>,
  count: number,
): number {
  let agreeing = 0;
  for (let at = 0; at < logits.length; at++) if (logits[at]! > 0 === targets[at]! > 0.5) agreeing++;
  return (agreeing * count) / logits.length;
}
