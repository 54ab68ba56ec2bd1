import { expect, test } from 'vitest';
import { polygonRuns } from './fill-polygon.ts';

test('a square covers the pixels whose centres lie inside', () => {
  const square = [
    [0.5, 0.5],
    [3.5, 0.5],
    [3.5, 2.5],
    [0.5, 2.5],
  ] as const;
  expect(polygonRuns(square, 9)).toEqual([
    { row: 1, first: 1, last: 3 },
    { row: 2, first: 1, last: 3 },
  ]);
});

test('where a polygon covers itself twice is outside', () => {
  const twice = [
    [0.5, 0],
    [8.5, 0],
    [8.5, 3],
    [0.5, 3],
    [0.5, 0],
    [8.5, 0],
    [8.5, 2],
    [0.5, 2],
  ] as const;
  expect(polygonRuns(twice, 9)).toEqual([{ row: 2, first: 1, last: 8 }]);
});

test('a line covers nothing', () => {
  expect(
    polygonRuns(
      [
        [0, 0],
        [5, 0],
        [2, 0],
      ],
      9,
    ),
  ).toEqual([]);
});
