import { fromErrorData, SproutError, toErrorData } from '@sprout/core';
import { CANCELLED, type Outcome, STARTED, type Task, type TaskImage } from '../task/task.ts';
import type { TaskRunner } from './task-runner.ts';

/**
 * Runs a task. If its worker is lost, each of its images is tried once more on its own, so that only the image that caused
 * the loss is bad. A task reads files or prepared images and never its own results, so it can be repeated.
 *
 * @returns The outcome of each image; `undefined` when cancelled.
 * @throws An error that no image caused.
 */
export async function runWithRetry(
  runner: TaskRunner,
  task: Task,
): Promise<readonly Outcome[] | undefined> {
  const reply = await runner.run(task);
  if (reply.kind === 'done') return reply.outcomes;
  if (reply.kind === 'failed') throw fromErrorData(reply.error);
  if (reply.kind === 'cancelled') return undefined;
  const outcomes: Outcome[] = [];
  for (const image of task.images) {
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
  if (isCancelled(task)) return undefined;
  Atomics.store(task.control, STARTED, 0);
  const reply = await runner.run({ ...task, images: [image] });
  if (reply.kind === 'failed') throw fromErrorData(reply.error);
  if (reply.kind === 'lost') {
    const error = new SproutError('worker-lost', { task: image.path, reason: reply.reason });
    return { kind: 'bad', error: toErrorData(error) };
  }
  return reply.kind === 'done' ? reply.outcomes[0] : undefined;
}

function isCancelled({ control }: Task): boolean {
  return Atomics.load(control, CANCELLED) === 1;
}
