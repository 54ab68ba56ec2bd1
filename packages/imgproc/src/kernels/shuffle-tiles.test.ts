import { expect, test } from 'vitest';
import { geometry } from '../../fixtures/geometry.ts';
import { image } from '../../fixtures/ops.ts';
import { numbered, numbersOf } from '../../test/numbered.ts';
import { shuffleTiles } from './shuffle-tiles.ts';

test.each(geometry['grid-shuffle'])(
  '$rows x $columns tiles: the pixels of albumentations for the same places',
  ({ mapping, data, ...grid }) => {
    const order = mapping.map((_, place) => mapping.indexOf(place));
    expect(shuffleTiles(image, { ...grid, order })).toEqual({ ...image, data });
  },
);

test('the first tile of the order takes the first place', () => {
  const shuffled = shuffleTiles(numbered(2, 4), { rows: 1, columns: 2, order: [1, 0] });
  expect(numbersOf(shuffled)).toEqual([3, 4, 1, 2, 7, 8, 5, 6]);
});

test('tiles of different sizes stay', () => {
  const source = numbered(1, 3);
  expect(shuffleTiles(source, { rows: 1, columns: 2, order: [1, 0] })).toEqual(source);
});

test('more tiles than pixels are possible', () => {
  const shuffled = shuffleTiles(numbered(1, 2), {
    rows: 3,
    columns: 3,
    order: [8, 7, 6, 5, 4, 3, 2, 1, 0],
  });
  expect(numbersOf(shuffled).toSorted((a, b) => a - b)).toEqual([1, 2]);
});
