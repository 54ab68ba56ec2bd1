import { CANCELLED, type Outcome, type Task } from '../task/task.ts';
import { runWithRetry } from './run-with-retry.ts';
import type { TaskRunner } from './task-runner.ts';

export interface RunTasksOptions {
  readonly signal: AbortSignal | undefined;
}

/**
 * Runs tasks concurrently. It returns, or throws, only after all of them have ended.
 *
 * @returns The outcomes of all images, in the order of the tasks.
 * @throws `signal.reason`; or the first error that no image caused.
 */
export async function runTasks(
  runner: TaskRunner,
  tasks: readonly Task[],
  { signal }: RunTasksOptions,
): Promise<Outcome[]> {
  signal?.throwIfAborted();
  const cancel = (): void => {
    for (const { control } of tasks) Atomics.store(control, CANCELLED, 1);
  };
  signal?.addEventListener('abort', cancel, { once: true });
  const running = tasks.map((task) => runWithRetry(runner, task));
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
