import { expect, test } from 'vitest';
import { reorder } from './reorder.ts';

const counted = (length: number): Float32Array => Float32Array.from({ length }, (_, at) => at);

test('transposes a matrix', () => {
  expect([...reorder(counted(6), [2, 3], [1, 0])]).toEqual([0, 3, 1, 4, 2, 5]);
});

test('moves the axes of filters', () => {
  // two filters of three channels and 1 x 2 taps, as [height, width, channels, filters]
  const moved = reorder(counted(12), [2, 3, 1, 2], [2, 3, 1, 0]);
  expect([...moved]).toEqual([0, 6, 2, 8, 4, 10, 1, 7, 3, 9, 5, 11]);
});
