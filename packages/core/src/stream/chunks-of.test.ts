import { expect, test } from 'vitest';
import { chunksOf } from './chunks-of.ts';

test.each([
  [[], []],
  [[1], [[1]]],
  [[1, 2], [[1, 2]]],
  [
    [1, 2, 3],
    [[1, 2], [3]],
  ],
])('%j by two', (items, chunks) => {
  expect([...chunksOf(items, 2)]).toEqual(chunks);
});
