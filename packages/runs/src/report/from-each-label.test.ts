import { expect, test } from 'vitest';
import { fromEachLabel } from './from-each-label.ts';

const items = [0, 0, 0, 0, 0, 0, 1].map((label, at) => ({ label, at }));
const places = (limit: number): number[] => fromEachLabel(items, limit).map(({ at }) => at);

test('small groups are taken whole, and others evenly spaced', () => {
  expect(places(4)).toEqual([0, 2, 4, 6]);
  expect(places(7)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(places(0)).toEqual([]);
});
