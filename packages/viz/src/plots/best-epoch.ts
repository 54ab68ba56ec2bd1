import type { EpochMetrics } from '@sprout/core';

/** The first epoch with the highest validation accuracy; `undefined` where none was measured. */
export function bestEpoch(metrics: readonly EpochMetrics[]): number | undefined {
  const measured = metrics.filter(({ validationAccuracy }) => Number.isFinite(validationAccuracy));
  if (measured.length === 0) return undefined;
  return measured.reduce((best, row) =>
    row.validationAccuracy > best.validationAccuracy ? row : best,
  ).epoch;
}
