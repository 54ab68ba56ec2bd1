import type { Context } from './run-context.ts';
import type { Task } from './task-event.ts';

/** Runs a task. Emits its start, its progress and its end, also if it fails. */
export async function runTask<T>(
  { emit }: Pick<Context, 'emit'>,
  { task, total }: { readonly task: Task; readonly total: number },
  work: (onProgress: (done: number) => void) => Promise<T>,
): Promise<T> {
  emit({ type: 'task-start', task, total });
  try {
    return await work((done) => emit({ type: 'task-progress', task, done, total }));
  } finally {
    emit({ type: 'task-end', task });
  }
}
