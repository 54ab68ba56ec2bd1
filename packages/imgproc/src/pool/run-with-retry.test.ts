import { expect, test } from 'vitest';
import { CANCELLED, createControl, type Reply, type Task } from '../task/task.ts';
import { runWithRetry } from './run-with-retry.ts';
import type { TaskRunner } from './task-runner.ts';

const images = ['a', 'b', 'c'].map((id, position) => ({ id, path: `${id}.png`, position }));
const written = { kind: 'written' } as const;
const lost = { kind: 'lost', reason: 'it took too long' } as const;
const newTask = (): Task => ({ kind: 'examine', images, control: createControl() });

/** A runner whose replies depend on the names of the images. It records the names. */
function runner(answer: (names: string) => Reply): TaskRunner & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    run: async (task) => {
      const names = task.images.map(({ id }) => id).join('');
      asked.push(names);
      return answer(names);
    },
    [Symbol.asyncDispose]: async () => undefined,
  };
}

test('a task that is done is not repeated', async () => {
  const done = runner(() => ({ kind: 'done', outcomes: [written, written, written] }));
  expect(await runWithRetry(done, newTask())).toEqual([written, written, written]);
  expect(done.asked).toEqual(['abc']);
});

test('after a lost worker each image is tried on its own, and only the image that fails again is bad', async () => {
  const failing = runner((names) =>
    names.includes('b') ? lost : { kind: 'done', outcomes: [written] },
  );
  const bad = { code: 'worker-lost', context: { task: 'b.png', reason: 'it took too long' } };
  expect(await runWithRetry(failing, newTask())).toEqual([
    written,
    { kind: 'bad', error: bad },
    written,
  ]);
  expect(failing.asked).toEqual(['abc', 'a', 'b', 'c']);
});

test('a cancelled task has no outcomes, also when it is cancelled on the second try', async () => {
  expect(
    await runWithRetry(
      runner(() => ({ kind: 'cancelled' })),
      newTask(),
    ),
  ).toBeUndefined();
  const later = runner((names) => (names === 'abc' ? lost : { kind: 'cancelled' }));
  expect(await runWithRetry(later, newTask())).toBeUndefined();
  expect(later.asked).toEqual(['abc', 'a']);
});

test('a task that was cancelled before its worker was lost is not repeated', async () => {
  const task = newTask();
  const later = runner(() => {
    Atomics.store(task.control, CANCELLED, 1);
    return lost;
  });
  expect(await runWithRetry(later, task)).toBeUndefined();
  expect(later.asked).toEqual(['abc']);
});

test('an error that no image caused is thrown, also on the second try', async () => {
  const error = { code: 'file-missing', context: { file: 'x' } } as const;
  const failed = { kind: 'failed', error } as const;
  await expect(
    runWithRetry(
      runner(() => failed),
      newTask(),
    ),
  ).rejects.toMatchObject(error);
  const later = runner((names) => (names === 'abc' ? lost : failed));
  await expect(runWithRetry(later, newTask())).rejects.toMatchObject(error);
});
