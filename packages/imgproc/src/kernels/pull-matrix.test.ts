import { expect, test } from 'vitest';
import { type Placement, pullMatrix } from './pull-matrix.ts';

/** The point of a 5 x 9 image that comes to a pixel of the result. */
function pulled(placement: Placement, [r, c]: readonly [number, number]): number[] {
  const matrix = pullMatrix({ height: 5, width: 9 }, placement);
  const row = matrix.rowByRow * r + matrix.rowByColumn * c + matrix.rowOffset;
  const column = matrix.columnByRow * r + matrix.columnByColumn * c + matrix.columnOffset;
  return [row, column].map((value) => Math.round(value * 1e9) / 1e9);
}

test.each<{
  readonly change: string;
  readonly placement: Placement;
  readonly of: [number, number];
  readonly at: number[];
}>([
  { change: 'nothing', placement: { degrees: 0 }, of: [1, 7], at: [1, 7] },
  { change: 'twice as large', placement: { degrees: 0, scale: 2 }, of: [2, 8], at: [2, 6] },
  { change: 'a rotation', placement: { degrees: 90 }, of: [0, 4], at: [2, 6] },
  { change: 'a shear', placement: { degrees: 0, shear: 45 }, of: [3, 5], at: [3, 4] },
  { change: 'a move', placement: { degrees: 0, down: 1, right: -2 }, of: [3, 3], at: [2, 5] },
])('$change', ({ placement, of, at }) => {
  expect(pulled(placement, of)).toEqual(at);
});

test('the image is scaled and sheared before it is rotated, and moved last', () => {
  const placement = { degrees: 90, scale: 2, shear: 45, down: 1, right: 1 };
  // From the centre (2, 4): one down is scaled to two down, sheared to two right, rotated to (-2, 2), and moved.
  expect(pulled(placement, [2 - 2 + 1, 4 + 2 + 1])).toEqual([3, 4]);
});
