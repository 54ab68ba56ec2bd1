import type { EpochMetrics } from '@sprout/core';
import { isBest } from '@sprout/train';
import type { ResolvedTraining } from '../config/resolve-training.ts';

/** The best epoch, whose weights became the model; `undefined` if the run keeps the weights of the last epoch. */
export function keptEpoch(
  { train }: { readonly train: Pick<ResolvedTraining['train'], 'keep'> },
  metrics: readonly EpochMetrics[],
): number | undefined {
  if (train.keep === 'last') return undefined;
  return metrics.findLast((epoch, at) => isBest(epoch, metrics.slice(0, at)))?.epoch;
}
