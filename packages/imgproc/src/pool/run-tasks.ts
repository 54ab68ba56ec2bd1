import { runTask, type RunTaskOptions } from './run-task.ts';
import { CANCELLED, type Outcome, type Task, type TaskRunner } from './task.ts';

export interface RunTasksOptions extends RunTaskOptions {
  readonly signal?: AbortSignal | undefined;
}

/**
 * Does tasks side by side. Returns, and throws, only when no worker is at any of them any more.
 *
 * @returns The outcomes of all images, in the order of the tasks.
 * @throws `signal.reason`; or the first error that is no image's fault.
 */
export async function runTasks(
  runner: TaskRunner,
  tasks: readonly Task[],
  { signal, beforeRetry }: RunTasksOptions = {},
): Promise<Outcome[]> {
  signal?.throwIfAborted();
  const cancel = (): void => {
    for (const { control } of tasks) Atomics.store(control, CANCELLED, 1);
  };
  signal?.addEventListener('abort', cancel, { once: true });
  const running = tasks.map((task) => runTask(runner, task, { beforeRetry }));
  try {
    const done = await Promise.all(running);
    signal?.throwIfAborted();
    return done.flatMap((outcomes) => outcomes ?? []);
  } catch (error) {
    cancel();
    await Promise.allSettled(running);
    throw error;
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
}
