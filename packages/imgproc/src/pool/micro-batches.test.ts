import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { microBatches } from './micro-batches.ts';

test('a batch of 32 becomes four tasks of 8 for two workers', () => {
  const tasks = microBatches(Array.from({ length: 32 }), 2);
  expect(tasks.map(({ length }) => length)).toEqual([8, 8, 8, 8]);
});

test('every item is in one task, in order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: 0, max: 9 }), (items, workers) => {
      const tasks = microBatches(items, workers);
      expect(tasks.flat()).toEqual(items);
      for (const { length } of tasks) expect(length).toBeLessThanOrEqual(8);
    }),
  );
});
