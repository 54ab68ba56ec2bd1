import type { Slots } from './slots.ts';
import type { TaskRunner } from './task.ts';

/** What a batch is made with. */
export interface PoolResources {
  readonly runner: TaskRunner;
  /** How many tasks the runner does at a time. */
  readonly workers: number;
  readonly slots: Slots;
}
