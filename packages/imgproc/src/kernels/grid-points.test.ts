import { expect, test } from 'vitest';
import { gridPoints, stretched } from './grid-points.ts';

test('each cell is stretched by its factor, and the whole keeps its size', () => {
  const expected = [0, 2 / 3, 4 / 3, 2, 2, 4, 6, 8].map(Math.fround);
  expect([...stretched(8, [1, 3, 0.5])]).toEqual(expected);
});

test('the last pixels, which fill no cell, have a factor of their own', () => {
  expect([...stretched(5, [1, 1, 1])]).toEqual([0, 2, 2, 4, 4]);
  expect([...stretched(7, [1, 1, 1])]).toEqual([0, 1.5, 3, 3, 4.5, 6, 6].map(Math.fround));
});

test('a side with fewer pixels than cells has a cell for each pixel', () => {
  expect([...stretched(2, [1, 1, 1, 1, 1, 1])]).toEqual([0, 1]);
  expect([...stretched(1, [0.4, 0.4])]).toEqual([0]);
});

test('lines stay straight', () => {
  const points = gridPoints({ height: 4, width: 4 }, { right: [1, 1, 1], down: [1, 3, 1] });
  const [x, y] = [new Int32Array(4), new Int32Array(4)];
  points(3, x, y);
  expect([...x]).toEqual([0, 64, 64, 128]);
  expect([...y]).toEqual([128, 128, 128, 128]);
});
