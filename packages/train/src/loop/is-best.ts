import type { EpochMetrics } from '@sprout/core';

/** Whether an epoch is better than all before it: by validation accuracy, and by validation loss if that is equal. */
export function isBest(metrics: EpochMetrics, before: readonly EpochMetrics[]): boolean {
  return before.every(
    ({ validationAccuracy, validationLoss }) =>
      metrics.validationAccuracy > validationAccuracy ||
      (metrics.validationAccuracy === validationAccuracy &&
        metrics.validationLoss < validationLoss),
  );
}
