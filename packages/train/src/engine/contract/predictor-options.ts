import { availableParallelism } from 'node:os';
import { checkWhole } from '@sprout/core';

export interface PredictorOptions {
  /** The number of threads that the engine computes with, 1 or more; by default the number of cores. */
  readonly threads?: number | undefined;
}

/** The options with all defaults filled in. */
export interface PredictorSettings {
  readonly threads: number;
}

/** @throws {SproutError} `option-invalid` for threads out of range. */
export function predictorSettings({
  threads = availableParallelism(),
}: PredictorOptions): PredictorSettings {
  checkWhole('threads', threads, { least: 1 });
  return { threads };
}
