import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import { CANCELLED, createControl, type Outcome, type Reply, type Task } from '../task/task.ts';
import { runTasks } from './run-tasks.ts';
import type { TaskRunner } from './task-runner.ts';

const none = { signal: undefined };
const failed: Reply = { kind: 'failed', error: { code: 'file-missing', context: { file: 'x' } } };

/** A task whose images have these names. */
function newTask(...names: string[]): Task {
  const images = names.map((id, position) => ({ id, path: `${id}.png`, position }));
  return { kind: 'examine', images, control: createControl() };
}

/** The outcome of an image, which can be told from that of another image. */
const outcomeOf = (id: string): Outcome => ({
  kind: 'bad',
  error: { code: 'image-unreadable', context: { file: id, reason: 'gone' } },
});

const done = ({ images }: Task): Reply => ({
  kind: 'done',
  outcomes: images.map(({ id }) => outcomeOf(id)),
});

/** Runs tasks until `answer` is called for each of them; the last task is answered first. */
class Tasks implements TaskRunner {
  readonly started: Task[] = [];
  readonly #answers: ((reply: Reply) => void)[] = [];

  run(task: Task): Promise<Reply> {
    this.started.push(task);
    return new Promise((resolve) => this.#answers.push(resolve));
  }

  /** Answers the task that was started last and is still running. */
  answer(reply: (task: Task) => Reply): void {
    const at = this.#answers.length - 1;
    this.#answers.pop()?.(reply(this.started[at]!));
  }

  async [Symbol.asyncDispose](): Promise<void> {}
}

/** Waits for an error and returns it. */
async function errorOf(running: Promise<unknown>, events: string[] = []): Promise<unknown> {
  try {
    return { unexpected: await running };
  } catch (error) {
    events.push('rejected');
    return error;
  }
}

const isCancelled = ({ control }: Task): boolean => control[CANCELLED] === 1;

test('the outcomes are in the order of the tasks, not of their ends', async () => {
  const runner = new Tasks();
  const running = runTasks(runner, [newTask('a', 'b'), newTask('c'), newTask()], none);
  expect(runner.started).toHaveLength(3);
  for (let task = 0; task < 3; task++) runner.answer(done);
  expect(await running).toEqual(['a', 'b', 'c'].map(outcomeOf));
});

test('without tasks there are no outcomes', async () => {
  expect(await runTasks(new Tasks(), [], none)).toEqual([]);
});

test('a signal that is aborted already starts no task', async () => {
  const runner = new Tasks();
  const signal = AbortSignal.abort(new Error('enough'));
  await expect(runTasks(runner, [newTask('a')], { signal })).rejects.toThrow('enough');
  expect(runner.started).toEqual([]);
});

test('an abort cancels every task, and rejects after all have ended', async () => {
  const runner = new Tasks();
  const controller = new AbortController();
  const { signal } = controller;
  const tasks = [newTask('a'), newTask('b')];
  const events: string[] = [];
  const error = errorOf(runTasks(runner, tasks, { signal }), events);
  controller.abort(new Error('enough'));
  expect(tasks.map(isCancelled)).toEqual([true, true]);
  runner.answer(() => ({ kind: 'cancelled' }));
  await new Promise(setImmediate);
  events.push('last task');
  runner.answer(done); // it was done before it saw the flag
  expect(await error).toEqual(new Error('enough'));
  expect(events).toEqual(['last task', 'rejected']);
});

test('a task that fails cancels the others, and its error is thrown after they have ended', async () => {
  const runner = new Tasks();
  const tasks = [newTask('a'), newTask('b')];
  const events: string[] = [];
  const error = errorOf(runTasks(runner, tasks, none), events);
  expect(tasks.map(isCancelled)).toEqual([false, false]);
  runner.answer(() => failed);
  await new Promise(setImmediate);
  expect(tasks.map(isCancelled)).toEqual([true, true]);
  events.push('last task');
  runner.answer(() => ({ kind: 'cancelled' }));
  expect(await error).toMatchObject({ code: 'file-missing', context: { file: 'x' } });
  expect(events).toEqual(['last task', 'rejected']);
});

test('the first of two errors is thrown', async () => {
  const runner = new Tasks();
  const error = errorOf(runTasks(runner, [newTask('a'), newTask('b')], none));
  const bug = (message: string): Reply => ({
    kind: 'failed',
    error: { code: 'bug', message, stack: '' },
  });
  runner.answer(() => bug('first'));
  await new Promise(setImmediate);
  runner.answer(() => bug('second'));
  expect(await error).toEqual(new Error('first'));
});

test('no listener stays at the signal', async () => {
  const { signal } = new AbortController();
  for (const reply of [done, () => failed]) {
    const runner = new Tasks();
    const running = runTasks(runner, [newTask('a')], { signal });
    expect(getEventListeners(signal, 'abort')).toHaveLength(1);
    runner.answer(reply);
    await Promise.allSettled([running]);
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  }
});
