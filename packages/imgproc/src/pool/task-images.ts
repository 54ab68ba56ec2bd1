import type { Sample } from '@sprout/core';
import type { DrawnOp } from '../op-contract/drawn-op.ts';
import type { TaskImage } from '../task/task.ts';

/** Numbers that were drawn before, from a log for example. */
export interface ReplayOptions {
  /**
   * The numbers of each sample, as `drawAugmentation` returned them or `drawnFault` accepted them. By default they are drawn by
   * seed, epoch and id.
   */
  readonly drawn?: readonly (readonly DrawnOp[])[] | undefined;
}

/** The images of a batch for its tasks. */
export function taskImages(samples: readonly Sample[], drawn: ReplayOptions['drawn']): TaskImage[] {
  return samples.map(({ id, path }, position) => ({
    id,
    path,
    position,
    drawn: drawn?.[position],
  }));
}
