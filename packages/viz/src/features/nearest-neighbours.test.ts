import { expect, test } from 'vitest';
import { nearestNeighbours, nearestPairs, outliers } from './nearest-neighbours.ts';

const POINTS = [
  [0, 0],
  [0, 1],
  [3, 0],
  [3, 0.5],
  [9, 9],
];

test('the nearest points come first', () => {
  const near = nearestNeighbours(POINTS, 2);
  expect(near[0]).toEqual([
    { point: 1, distance: 1 },
    { point: 2, distance: 3 },
  ]);
  expect(near[3]!.map(({ point }) => point)).toEqual([2, 0]); // points 0 and 1 are equally near
  expect(nearestNeighbours(POINTS.slice(0, 2), 5)[0]).toHaveLength(1);
  expect(() => nearestNeighbours(POINTS, 0)).toThrow(/count/);
});

test('the nearest pairs are listed once, and the outliers are far from all', () => {
  const near = nearestNeighbours(POINTS, 2);
  expect(nearestPairs(near, 2)).toEqual([
    { points: [2, 3], distance: 0.5 },
    { points: [0, 1], distance: 1 },
  ]);
  const [first] = outliers(near, 1);
  expect(first!.point).toBe(4);
  expect(first!.distance).toBeCloseTo((Math.hypot(6, 8.5) + Math.hypot(6, 9)) / 2, 12);
});
