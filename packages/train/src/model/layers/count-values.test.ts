import type { Json } from '@sprout/core';
import { expect, test } from 'vitest';
import { countValues } from './count-values.ts';

test.each<[Json, number]>([
  [null, 1],
  ['text', 1],
  [[], 1],
  [[1, [2, 3]], 5],
  [{ a: { b: [null] }, c: 0 }, 5],
])('%j has %i values', (value, count) => {
  expect(countValues(value, 100)).toBe(count);
});

test('stops at the limit, also in JSON that is nested deeply', () => {
  let nested: Json = [];
  for (let depth = 0; depth < 100_000; depth++) nested = [nested];
  expect(countValues(nested, 200_000)).toBe(100_001);
  expect(countValues(nested, 10)).toBe(11);
});
