import { expect, test } from 'vitest';
import { perspectiveMatrix, perspectivePoints } from './perspective.ts';

const still = { down: 0, right: 0 };
const half = { down: 0, right: 0.5 };
const size = { height: 2, width: 4 };

test('corners that stay give the identity', () => {
  const matrix = perspectiveMatrix(size, [still, still, still, still]);
  expect(matrix.map((value) => value + 0)).toEqual([1, 0, 0, 0, 1, 0, 0, 0, 1]);
});

test('points are in 32nds of a pixel', () => {
  const [x, y] = [new Int32Array(4), new Int32Array(4)];
  perspectivePoints(perspectiveMatrix(size, [half, still, still, half]))(1, x, y);
  expect([...x]).toEqual([56, 72, 88, 104]);
  expect([...y]).toEqual([32, 32, 32, 32]);
});
