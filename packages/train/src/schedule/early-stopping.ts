import type { EpochMetrics } from '@sprout/core';
import { z } from 'zod';

/** When to give up: `patience` epochs in a row without `monitor` having improved by more than `minDelta`. */
export const earlyStoppingSchema = z.strictObject({
  patience: z.int().positive().default(5),
  minDelta: z.number().min(0).default(0),
  monitor: z.enum(['validationLoss', 'validationAccuracy']).default('validationLoss'),
});

/** When to give up, with everything filled in. */
export type EarlyStopping = z.output<typeof earlyStoppingSchema>;

/** What differs from the defaults of early stopping. */
export type EarlyStoppingOptions = z.input<typeof earlyStoppingSchema>;

/** Whether a run with these finished epochs, oldest first, should end. NaN never counts as an improvement. */
export function shouldStop(
  history: readonly Pick<EpochMetrics, EarlyStopping['monitor']>[],
  { patience, minDelta, monitor }: EarlyStopping,
): boolean {
  const sign = monitor === 'validationLoss' ? 1 : -1;
  let best = Infinity;
  let bestAt = -1;
  history.forEach((metrics, epoch) => {
    const value = sign * metrics[monitor];
    if (!(value < best - minDelta)) return;
    best = value;
    bestAt = epoch;
  });
  return history.length - 1 - bestAt >= patience;
}
