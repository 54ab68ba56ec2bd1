import type { SharedBuffers } from './shared-buffers.ts';
import type { TaskRunner } from './task-runner.ts';

/** The resources of a pool. */
export interface PoolResources {
  readonly runner: TaskRunner;
  /** How many tasks the runner does at a time, at least 1. */
  readonly workers: number;
  readonly buffers: SharedBuffers;
}
