import { expect, test } from 'vitest';
import { during } from './during.ts';
import type { RunEvent } from './run-event.ts';

test('a task has a start, its progress and an end, and gives its result', async () => {
  const events: RunEvent[] = [];
  const say = (event: RunEvent): void => void events.push(event);
  const result = await during({ say }, { task: 'draw', total: 2 }, async (onProgress) => {
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

test('a task that fails ends too', async () => {
  const types: string[] = [];
  const say = ({ type }: RunEvent): void => void types.push(type);
  const work = during({ say }, { task: 'draw', total: 2 }, () => Promise.reject(new Error('no')));
  await expect(work).rejects.toThrow('no');
  expect(types).toEqual(['task-start', 'task-end']);
});
