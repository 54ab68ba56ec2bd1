import { expect, test } from 'vitest';
import { elementCount } from './element-count.ts';

test.each([
  { shape: [], count: 1 },
  { shape: [5], count: 5 },
  { shape: [2, 3, 4], count: 24 },
  { shape: [2, 0, 4], count: 0 },
])('a tensor of shape [$shape] has $count elements', ({ shape, count }) => {
  expect(elementCount(shape)).toBe(count);
});
