import { createDefinition } from '@sprout/train';
import { expect, test } from 'vitest';
import { checkStepMemory } from './check-step-memory.ts';

const model = createDefinition('logistic', { height: 100, width: 100, classes: 2, seed: 0 });

test('a step that fits into the free memory is allowed', () => {
  expect(() => checkStepMemory(model, { count: 32, free: 1e9 })).not.toThrow();
  expect(() => checkStepMemory(model, { count: 32 })).not.toThrow();
});

test('a step that does not fit says which batch size does', () => {
  expect(() => checkStepMemory(model, { count: 1000, free: 1e7 })).toThrow(
    /^batchSize must be smaller, \d+ at the most: a step takes more than 0\.\d GB, and 0\.0 GB are free/,
  );
});

test('the batch size that it names is allowed', () => {
  let message = '';
  try {
    checkStepMemory(model, { count: 5000, free: 3e7 });
  } catch (error) {
    message = String(error);
  }
  const most = Number(/smaller, (\d+) at the most/.exec(message)?.[1]);
  expect(most).toBeGreaterThan(1);
  expect(() => checkStepMemory(model, { count: most, free: 3e7 })).not.toThrow();
  expect(() => checkStepMemory(model, { count: most + 1, free: 3e7 })).toThrow('batchSize');
});
