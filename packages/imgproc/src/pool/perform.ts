import { toErrorData } from '@sprout/core';
import { augmentImages } from './augment-images.ts';
import { examineImages } from './examine-images.ts';
import { prepareImages } from './prepare-images.ts';
import type { Outcome, Reply, Task } from './task.ts';
import type { Thread } from './thread.ts';

/** Does a task on this thread; the same code wherever that is. Never rejects. */
export async function perform(task: Task, thread: Thread): Promise<Reply> {
  try {
    const outcomes = await dispatch(task, thread);
    return outcomes === undefined ? { kind: 'cancelled' } : { kind: 'done', outcomes };
  } catch (error) {
    return { kind: 'failed', error: toErrorData(error) };
  }
}

function dispatch(task: Task, thread: Thread): Promise<Outcome[] | undefined> {
  if (task.kind === 'prepare') return prepareImages(task, thread);
  if (task.kind === 'examine') return examineImages(task, thread);
  return augmentImages(task, thread);
}
