import { expect, test } from 'vitest';
import { disjointSets } from './disjoint-sets.ts';

const rootsOf = (sets: ReturnType<typeof disjointSets>, count: number) =>
  Array.from({ length: count }, (_, number) => sets.root(number));

test('every number begins in a set of its own', () => {
  expect(rootsOf(disjointSets(3), 3)).toEqual([0, 1, 2]);
});

test('joined sets have the smallest number as their root', () => {
  const sets = disjointSets(6);
  sets.join(5, 3);
  sets.join(1, 2);
  expect(rootsOf(sets, 6)).toEqual([0, 1, 1, 3, 4, 3]);
  sets.join(2, 5);
  expect(rootsOf(sets, 6)).toEqual([0, 1, 1, 1, 4, 1]);
});

test('joining twice, or with itself, changes nothing', () => {
  const sets = disjointSets(2);
  sets.join(0, 1);
  sets.join(1, 0);
  sets.join(1, 1);
  expect(rootsOf(sets, 2)).toEqual([0, 0]);
});
