import type { SharedBuffers } from './shared-buffers.ts';
import type { TaskRunner } from './task-runner.ts';

/** The parts of a pool that its tasks share. */
export interface PoolResources {
  readonly runner: TaskRunner;
  /** The number of tasks that the runner does at a time, at least 1. */
  readonly workers: number;
  readonly buffers: SharedBuffers;
}
