import { expect, test } from 'vitest';
import { trialContext } from './trial-context.ts';

test('the progress of a trial is passed on, and the end of its run is not', () => {
  const types: string[] = [];
  const { signal } = new AbortController();
  const context = trialContext({ signal, emit: ({ type }) => void types.push(type) });
  context.emit({ type: 'task-start', task: 'check', total: 2 });
  context.emit({ type: 'no-images' });
  context.emit({ type: 'run-ended', run: 'runs/a', state: 'interrupted' });
  expect(types).toEqual(['task-start']);
  expect(context.signal).toBe(signal);
});
