import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { permutation } from './permutation.ts';
import { rngAt } from './rng.ts';

test('contains each number once', () => {
  fc.assert(
    fc.property(fc.nat(200), fc.integer(), (count, seed) => {
      const sorted = permutation(count, rngAt(seed, [])).toSorted();
      expect([...sorted]).toEqual(Array.from({ length: count }, (_, number) => number));
    }),
  );
});

test('gives each order of three about equally often', () => {
  const counts = new Map<string, number>();
  for (let draw = 0; draw < 6000; draw++) {
    const order = permutation(3, rngAt(0, [draw])).join();
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  const statistic = [...counts.values()].reduce(
    (sum, count) => sum + (count - 1000) ** 2 / 1000,
    0,
  );
  expect(statistic).toBeLessThan(20.5); // 99.9 % of chi-square with 5 degrees of freedom
});
