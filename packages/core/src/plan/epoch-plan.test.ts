import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { planEpoch } from './epoch-plan.ts';

const options = fc.record({
  count: fc.nat(300),
  batchSize: fc.integer({ min: 1, max: 50 }),
  seed: fc.integer(),
  epoch: fc.nat(100),
  shuffle: fc.boolean(),
});

test('contains each sample once', () => {
  fc.assert(
    fc.property(options, (plan) => {
      const numbers = planEpoch(plan).flatMap((batch) => [...batch]);
      expect(numbers.toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: plan.count }, (_, number) => number),
      );
    }),
  );
});

test('fills every batch but the last', () => {
  fc.assert(
    fc.property(options, (plan) => {
      const sizes = planEpoch(plan).map((batch) => batch.length);
      expect(sizes.slice(0, -1).every((size) => size === plan.batchSize)).toBe(true);
      expect(sizes.length).toBe(Math.ceil(plan.count / plan.batchSize));
      expect(sizes.every((size) => size > 0)).toBe(true);
    }),
  );
});

test('orders samples the same way whatever the batch size', () => {
  const order = (batchSize: number) =>
    planEpoch({ count: 20, batchSize, seed: 4, epoch: 2 }).flatMap((batch) => [...batch]);
  expect(order(3)).toEqual(order(7));
});

test('gives each epoch and each seed another order', () => {
  const first = ({ seed = 0, epoch = 0 }) =>
    planEpoch({ count: 50, batchSize: 50, seed, epoch })[0]?.join();
  expect(
    new Set([first({}), first({ epoch: 1 }), first({ epoch: 2 }), first({ seed: 1 })]).size,
  ).toBe(4);
});

test('keeps the order without shuffling', () => {
  const plan = planEpoch({ count: 5, batchSize: 2, seed: 1, epoch: 1, shuffle: false });
  expect(plan.map((batch) => [...batch])).toEqual([[0, 1], [2, 3], [4]]);
});

test.each([0, -1, 1.5, Number.NaN])('refuses batches of %d', (batchSize) => {
  expect(() => planEpoch({ count: 5, batchSize, seed: 0, epoch: 0 })).toThrow(
    `batchSize must be a whole number, at least 1; received ${batchSize}`,
  );
});
