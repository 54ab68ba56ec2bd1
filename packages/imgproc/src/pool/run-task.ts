import { fromErrorData, SproutError, toErrorData } from '@sprout/core';
import { type Outcome, STARTED, type Task, type TaskImage, type TaskRunner } from './task.ts';

export interface RunTaskOptions {
  /** Undoes what a lost worker may have done to an image that is going to be tried once more. */
  readonly beforeRetry?: ((image: TaskImage) => void) | undefined;
}

/**
 * Does a task. Where it costs a worker, its images are tried once more, each on its own, so that only the one to
 * blame is lost. `undefined` when cancelled.
 *
 * @throws What is no image's fault.
 */
export async function runTask(
  runner: TaskRunner,
  task: Task,
  { beforeRetry }: RunTaskOptions = {},
): Promise<readonly Outcome[] | undefined> {
  const reply = await runner.run(task);
  if (reply.kind === 'done') return reply.outcomes;
  if (reply.kind === 'failed') throw fromErrorData(reply.error);
  if (reply.kind === 'cancelled') return undefined;
  const outcomes: Outcome[] = [];
  for (const image of task.images) {
    beforeRetry?.(image);
    const outcome = await retry(runner, task, image);
    if (outcome === undefined) return undefined;
    outcomes.push(outcome);
  }
  return outcomes;
}

async function retry(
  runner: TaskRunner,
  task: Task,
  image: TaskImage,
): Promise<Outcome | undefined> {
  Atomics.store(task.control, STARTED, 0);
  const reply = await runner.run({ ...task, images: [image] });
  if (reply.kind === 'failed') throw fromErrorData(reply.error);
  if (reply.kind === 'lost') {
    const error = new SproutError('worker-lost', { task: image.path, reason: reply.reason });
    return { kind: 'bad', error: toErrorData(error) };
  }
  return reply.kind === 'done' ? reply.outcomes[0] : undefined;
}
