import type { EpochMetrics } from '@sprout/core';
import { isBest } from '@sprout/train';
import type { ResolvedTraining } from '../config/resolve-training.ts';

/** The epoch whose weights became the model; `undefined` where the training keeps those of the last one. */
export function keptEpoch(
  { train }: { readonly train: Pick<ResolvedTraining['train'], 'keep'> },
  metrics: readonly EpochMetrics[],
): number | undefined {
  if (train.keep === 'last') return undefined;
  return metrics.findLast((epoch, at) => isBest(epoch, metrics.slice(0, at)))?.epoch;
}
