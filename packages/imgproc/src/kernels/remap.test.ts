import { expect, test } from 'vitest';
import type { Border } from './border.ts';
import { inSteps, type PointsOf } from './points.ts';
import { remap, remapNearest } from './remap.ts';

const source = { height: 2, width: 3, channels: 1, data: Uint8Array.of(10, 20, 30, 40, 50, 60) };

/** All pixels moved by the same way, in pixels. */
function movedBy(right: number, down: number): PointsOf {
  return (row, x, y) => {
    for (let column = 0; column < x.length; column++) {
      x[column] = inSteps(column + right);
      y[column] = inSteps(row + down);
    }
  };
}

test.each<[Border, number[]]>([
  ['nearest', [15, 25, 30, 45, 55, 60]],
  ['reflect', [15, 25, 30, 45, 55, 60]],
  ['wrap', [15, 25, 20, 45, 55, 50]],
  ['constant', [15, 25, 15, 45, 55, 30]],
])('half a pixel to the right gives means, with the border %s', (border, expected) => {
  expect([...remap(source, { pointsOf: movedBy(0.5, 0), border }).data]).toEqual(expected);
});

test('whole pixels are moved without a change', () => {
  const { data } = remap(source, { pointsOf: movedBy(-1, 1), border: 'constant' });
  expect([...data]).toEqual([0, 40, 50, 0, 0, 0]);
});

test('channels stay together', () => {
  const rgb = { height: 1, width: 2, channels: 3, data: Uint8Array.of(1, 2, 3, 11, 12, 13) };
  const { data } = remap(rgb, { pointsOf: movedBy(0.25, 0), border: 'nearest' });
  expect([...data]).toEqual([4, 5, 6, 11, 12, 13]);
});

test('a mask keeps its values', () => {
  const moved = (right: number, border: Border) => [
    ...remapNearest(source, { pointsOf: movedBy(right, 0), border }).data,
  ];
  expect(moved(0.4, 'nearest')).toEqual([10, 20, 30, 40, 50, 60]);
  expect(moved(0.6, 'nearest')).toEqual([20, 30, 30, 50, 60, 60]);
  expect(moved(0.6, 'constant')).toEqual([20, 30, 0, 50, 60, 0]);
});
