import { expect, test } from 'vitest';
import { mirroredIndex } from './mirrored-index.ts';

const indices = (from: number, to: number, size: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => mirroredIndex(from + at, size));

test('mirrors about the edge pixels, as often as needed', () => {
  expect(indices(-5, 8, 4)).toEqual([1, 2, 3, 2, 1, 0, 1, 2, 3, 2, 1, 0, 1, 2]);
});

test('an axis of one or two pixels is repeated', () => {
  expect(indices(-3, 3, 1)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  expect(indices(-2, 3, 2)).toEqual([0, 1, 0, 1, 0, 1]);
});
