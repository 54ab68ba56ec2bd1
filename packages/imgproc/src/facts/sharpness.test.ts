import { expect, test } from 'vitest';
import { planeOf } from '../../test/small-images.ts';
import { sharpness } from './sharpness.ts';

test('sharpness is the mean absolute Laplacian of the inner pixels', () => {
  expect(
    sharpness(
      planeOf([
        [0, 0, 0],
        [0, 10, 0],
        [0, 0, 0],
      ]),
    ),
  ).toBe(40);
  expect(
    sharpness(
      planeOf([
        [1, 9],
        [9, 1],
      ]),
    ),
  ).toBe(0);
});
