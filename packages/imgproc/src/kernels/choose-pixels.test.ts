import { rngAt } from '@sprout/core';
import { expect, test } from 'vitest';
import { choosePixels } from './choose-pixels.ts';

test('chooses different numbers', () => {
  expect(new Set(choosePixels(rngAt(0, []), 60, 100)).size).toBe(60);
  const all = choosePixels(rngAt(0, []), 100, 100).toSorted();
  expect([...all]).toEqual(Array.from({ length: 100 }, (_, at) => at));
});

test('each set is about equally likely', () => {
  const counts = new Map<string, number>();
  for (let seed = 0; seed < 3000; seed++) {
    const set = choosePixels(rngAt(seed, []), 2, 4).toSorted().join();
    counts.set(set, (counts.get(set) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  const statistic = [...counts.values()].reduce((sum, count) => sum + (count - 500) ** 2 / 500, 0);
  expect(statistic).toBeLessThan(20.5); // 99.9 % of chi-square with 5 degrees of freedom
});
