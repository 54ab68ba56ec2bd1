import type { EpochMetrics } from '@sprout/core';

/** The time of the epochs of a run, in seconds. The whole run takes longer: `timings` of its record has that time. */
export function trainingSeconds(metrics: readonly Pick<EpochMetrics, 'seconds'>[]): number {
  return metrics.reduce((sum, epoch) => sum + epoch.seconds, 0);
}
