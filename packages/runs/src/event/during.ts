import type { Context } from './run-context.ts';
import type { Task } from './run-event.ts';

/** Does a task and says its start, its progress and, whether it succeeds or not, its end. */
export async function during<T>(
  { say }: Pick<Context, 'say'>,
  { task, total }: { readonly task: Task; readonly total: number },
  work: (onProgress: (done: number) => void) => Promise<T>,
): Promise<T> {
  say({ type: 'task-start', task, total });
  try {
    return await work((done) => say({ type: 'task-progress', task, done, total }));
  } finally {
    say({ type: 'task-end', task });
  }
}
