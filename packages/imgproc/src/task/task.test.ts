import { expect, test } from 'vitest';
import { CANCELLED, createControl, STARTED } from './task.ts';

test('a new task is not cancelled and has started no image', () => {
  const control = createControl();
  expect(control).toHaveLength(2);
  expect([control[CANCELLED], control[STARTED]]).toEqual([0, 0]);
});

test('the flags are shared with a worker, and not with another task', () => {
  const control = createControl();
  const sent = structuredClone(control);
  const other = createControl();
  Atomics.store(control, CANCELLED, 1);
  Atomics.store(sent, STARTED, 5);
  expect([...control]).toEqual([1, 5]);
  expect([...sent]).toEqual([1, 5]);
  expect([...other]).toEqual([0, 0]);
});
