import { expect, test } from 'vitest';
import { type Fold, foldCoordinate } from './fold-coordinate.ts';

// The expected coordinates are those of scipy.ndimage.map_coordinates; + 0 makes -0 to 0.
const outside = [-4, -3, -2, -1, 0, 2, 3, 4, 5, 6];

test.each<[Fold, number[]]>([
  ['nearest', [0, 0, 0, 0, 0, 2, 2, 2, 2, 2]],
  ['constant', [-1, -1, -1, -1, 0, 2, -1, -1, -1, -1]],
  ['reflect', [2, 2, 1, 0, 0, 2, 2, 1, 0, 0]],
  ['mirror', [0, 1, 2, 1, 0, 2, 1, 0, 1, 2]],
  ['wrap', [2, 1, 2, 1, 0, 2, 1, 0, 1, 0]],
])('%s continues three pixels', (fold, expected) => {
  expect(outside.map((at) => foldCoordinate(at, 3, fold) + 0)).toEqual(expected);
});

test.each<Fold>(['nearest', 'reflect', 'mirror', 'wrap'])(
  '%s of one pixel is this pixel',
  (fold) => {
    expect([-1000.5, -0.25, 0.25, 1000.5].map((at) => foldCoordinate(at, 1, fold))).toEqual([
      0, 0, 0, 0,
    ]);
  },
);
