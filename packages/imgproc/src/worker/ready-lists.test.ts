import { expect, test } from 'vitest';
import { recipeOps } from '../ops/index.ts';
import { readyLists } from './ready-lists.ts';

const median = (size: number) => [{ op: 'median', size }];

test('a list is set up once, also if it is a copy', () => {
  const ready = readyLists(recipeOps);
  expect(ready(median(3))).toBe(ready(structuredClone(median(3))));
});

test('keeps the four lists that were used last', () => {
  const ready = readyLists(recipeOps);
  const first = ready(median(3));
  const second = ready(median(5));
  ready(median(7));
  ready(median(9));
  expect(ready(median(3))).toBe(first);
  ready(median(11)); // drops the least recently used list, of size 5
  expect(ready(median(3))).toBe(first);
  expect(ready(median(5))).not.toBe(second);
});
