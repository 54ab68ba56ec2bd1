import { expect, test } from 'vitest';
import { rotation, shearX, shearY, translation } from './pil-matrices.ts';

const size = { height: 3, width: 3 };

test('a translation pulls pixels from the other side', () => {
  const still = { xx: 1, xy: 0, yx: 0, yy: 1 };
  expect(translation({ right: 2, down: -1 }, size)).toEqual({ ...still, x0: -2, y0: 1 });
});

test('slopes stay slopes', () => {
  expect(shearX(0.5).xy).toBeCloseTo(0.5, 15);
  expect(shearY(0.5).yx).toBeCloseTo(0.5, 15);
});

test('a rotation by 90 degrees has whole numbers and keeps the centre', () => {
  const { xx, xy, x0, yx, yy, y0 } = rotation(90, size);
  expect([xx + 0, xy, yx, yy + 0]).toEqual([0, -1, 1, 0]);
  expect([xx * 1.5 + xy * 1.5 + x0, yx * 1.5 + yy * 1.5 + y0]).toEqual([1.5, 1.5]);
});
