import { expect, test } from 'vitest';
import { lensPoints } from './lens-points.ts';

const size = { height: 3, width: 4 };

function rowOf(row: number, distortion: Parameters<typeof lensPoints>[1]) {
  const [x, y] = [new Int32Array(4), new Int32Array(4)];
  lensPoints(size, distortion)(row, x, y);
  return { x: [...x], y: [...y] };
}

test('a fisheye with the amount 0 leaves points in their places', () => {
  const { x, y } = rowOf(2, { lens: 'fisheye', amount: 0 });
  expect(x).toEqual([0, 32, 64, 96]);
  expect(y).toEqual([64, 64, 64, 64]);
});

test('a camera moves points by half a pixel, as the maps of albumentations do', () => {
  const { x, y } = rowOf(0, { lens: 'camera', amount: 0 });
  expect(x).toEqual([16, 48, 80, 112]);
  expect(y).toEqual([16, 16, 16, 16]);
});

test.each(['camera', 'fisheye'] as const)(
  '%s: a positive amount takes the corners from farther outside',
  (lens) => {
    const still = rowOf(0, { lens, amount: 0 });
    const bent = rowOf(0, { lens, amount: 0.5 });
    expect(bent.x[0]).toBeLessThan(still.x[0]!);
    expect(bent.y[0]).toBeLessThan(still.y[0]!);
  },
);
