import type { EpochMetrics } from '@sprout/core';
import { z } from 'zod';

/** Stops a run after `patience` epochs in a row in which `monitor` has not improved by more than `minDelta`. */
export const earlyStoppingSchema = z.strictObject({
  patience: z
    .int()
    .min(1)
    .default(5)
    .describe(
      'The number of epochs in a row without an improvement, after which the training stops.',
    ),
  minDelta: z
    .number()
    .min(0)
    .default(0)
    .describe('The least change of the number that counts as an improvement.'),
  monitor: z
    .enum(['validationLoss', 'validationAccuracy'])
    .default('validationLoss')
    .describe('The number that must improve.'),
});

/** Early stopping with everything filled in. */
export type EarlyStopping = z.output<typeof earlyStoppingSchema>;

/** Early stopping, with the settings that differ from its defaults. */
export type EarlyStoppingOptions = z.input<typeof earlyStoppingSchema>;

/** Early stopping of a run whose patience counts from a later epoch. */
export interface EarlyStoppingFrom extends EarlyStopping {
  /** The number of first epochs that do not count towards the patience; 0 by default. */
  readonly patienceFrom?: number | undefined;
}

/** Whether a run with these finished epochs, oldest first, should end. NaN never counts as an improvement. */
export function shouldStop(
  history: readonly Pick<EpochMetrics, EarlyStopping['monitor']>[],
  { patience, minDelta, monitor, patienceFrom = 0 }: EarlyStoppingFrom,
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
  return history.length - Math.max(bestAt + 1, patienceFrom) >= patience;
}
