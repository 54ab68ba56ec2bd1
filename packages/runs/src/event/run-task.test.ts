import { expect, test } from 'vitest';
import { runTask } from './run-task.ts';
import type { RunEvent } from './run-event.ts';

test('emits start, progress and end, and returns the result', async () => {
  const events: RunEvent[] = [];
  const emit = (event: RunEvent): void => void events.push(event);
  const result = await runTask({ emit }, { task: 'draw', total: 2 }, async (onProgress) => {
    onProgress(1);
    return 'drawn';
  });
  expect(result).toBe('drawn');
  expect(events).toEqual([
    { type: 'task-start', task: 'draw', total: 2 },
    { type: 'task-progress', task: 'draw', done: 1, total: 2 },
    { type: 'task-end', task: 'draw' },
  ]);
});

test('emits the end of a task that fails', async () => {
  const types: string[] = [];
  const emit = ({ type }: RunEvent): void => void types.push(type);
  const work = runTask({ emit }, { task: 'draw', total: 2 }, () => Promise.reject(new Error('no')));
  await expect(work).rejects.toThrow('no');
  expect(types).toEqual(['task-start', 'task-end']);
});
