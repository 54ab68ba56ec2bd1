import { expect, test } from 'vitest';
import { cutPixels } from './cut-pixels.ts';

const sides = ([top = 0, right = 0, bottom = 0, left = 0]: readonly number[]) => ({
  top,
  right,
  bottom,
  left,
});

test.each([
  [
    [10, 20],
    [0.1, 0.1, 0.24, 0.26],
    [1, 2, 2, 5],
  ],
  [
    [10, 10],
    [0.05, 0.15, 0.25, 0.35], // halves in single precision
    [0, 2, 2, 4],
  ],
  [
    [2, 2],
    [0.4, 0.4, 0.4, 0.4], // imgaug gives the odd pixel back to the top and to the right
    [0, 0, 1, 1],
  ],
  [
    [2, 2],
    [0, 0.9, 0.9, 0.1],
    [0, 1, 1, 0],
  ],
  [
    [1, 1],
    [0.9, 0.9, 0.9, 0.9],
    [0, 0, 0, 0],
  ],
])('of %j pixels, with shares of %j, %j are cut off', (size, shares, expected) => {
  const [height = 0, width = 0] = size;
  expect(cutPixels({ height, width }, sides(shares))).toEqual(sides(expected));
});
