import { toErrorData } from '@sprout/core';
import type { Outcome, Reply, Task } from '../task/task.ts';
import { augmentImages } from './augment-images.ts';
import { examineImages } from './examine-images.ts';
import { renderImages } from './render-images.ts';
import type { Thread } from './thread.ts';

/** Does a task on this thread, which may be the caller's. Never rejects. */
export async function perform(task: Task, thread: Thread): Promise<Reply> {
  try {
    const outcomes = await dispatch(task, thread);
    return outcomes === undefined ? { kind: 'cancelled' } : { kind: 'done', outcomes };
  } catch (error) {
    return { kind: 'failed', error: toErrorData(error) };
  }
}

function dispatch(task: Task, thread: Thread): Promise<Outcome[] | undefined> {
  if (task.kind === 'render') return renderImages(task, thread);
  if (task.kind === 'augment') return augmentImages(task, thread);
  return examineImages(task, thread);
}
