import type { EpochMetrics } from '@sprout/core';
import { type EarlyStopping, shouldStop } from '../schedule/early-stopping.ts';

export interface StopsEarlyOptions {
  /** The number of epochs that were finished when the stage began, as `stagePlace` returns it. */
  readonly start: number;
  readonly earlyStopping?: EarlyStopping | undefined;
  /** The number of first epochs of the training that do not count towards the patience; 0 by default. */
  readonly patienceFrom?: number | undefined;
}

/** Whether early stopping ends a stage. @param history The finished epochs of the training, oldest first. */
export function stopsEarly(
  history: readonly Pick<EpochMetrics, EarlyStopping['monitor']>[],
  { start, earlyStopping, patienceFrom = 0 }: StopsEarlyOptions,
): boolean {
  if (earlyStopping === undefined) return false;
  const from = Math.max(0, patienceFrom - start);
  return shouldStop(history.slice(start), { ...earlyStopping, patienceFrom: from });
}
