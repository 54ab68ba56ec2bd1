import { type Scalar, type Tensor2D, logSoftmax, mul, neg, sum } from '@tensorflow/tfjs-core';

export interface CrossEntropyOptions {
  /** `[count, classes]`; each row sums to 1. */
  readonly targets: Tensor2D;
  /** `[count, 1]`: the weight of each sample, divided by the number of samples. */
  readonly shares: Tensor2D;
}

/** The weighted mean over samples of `-sum(target * log(softmax(logits)))`. The caller's to dispose of. */
export function crossEntropy(logits: Tensor2D, { targets, shares }: CrossEntropyOptions): Scalar {
  const terms = mul(mul(targets, shares), logSoftmax(logits));
  return neg(sum(terms));
}
