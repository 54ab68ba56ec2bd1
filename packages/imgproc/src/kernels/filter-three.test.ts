import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { images } from '../../fixtures/kernels.ts';
import { numbered } from '../../test/numbered.ts';
import {
  filterAround,
  filterAroundScalar,
  filterDiagonal,
  filterDiagonalScalar,
} from './filter-three.ts';

const side = fc.integer({ min: 1, max: 40 });
const size = fc.tuple(side, side);
const single = (value: number) => Math.fround(value);

test('has the pixels of the scalar code, also where sums are halves', () => {
  const weight = fc.oneof(
    fc.double({ min: -2, max: 2, noNaN: true }).map(single),
    fc.constantFrom(0.5, 0.25, single(0.2)),
  );
  fc.assert(
    fc.property(size, weight, weight, weight, (sides, a, b, c) => {
      const source = images.noise(...sides);
      const around = [a, a, a, a, b, a, a, a, a];
      expect(filterAround(source, around)).toEqual(filterAroundScalar(source, around));
      const diagonal = [-a, -c, 0, -c, b, c, 0, c, a];
      expect(filterDiagonal(source, diagonal)).toEqual(filterDiagonalScalar(source, diagonal));
    }),
    { numRuns: 60 },
  );
});

test('neighbours beyond the edge are mirrored about the edge pixel', () => {
  const around = [1, 1, 1, 1, -7, 1, 1, 1, 1].map((weight) => weight / 8);
  const source = numbered(1, 3); // in each row of three, the sums of the neighbours: 10 twice, 20, 30
  expect(filterAround(source, around).data[0]).toBe(Math.round((2 * 10 + 6 * 20 - 7 * 10) / 8));
});

test('a window with a weight for the pixel alone multiplies it, and the product is limited', () => {
  const source = { height: 1, width: 1, channels: 3, data: Uint8Array.of(0, 100, 200) };
  const twice = [0, 0, 0, 0, 2, 0, 0, 0, 0];
  expect([...filterAround(source, twice).data]).toEqual([0, 200, 255]);
  expect([...filterDiagonal(source, twice).data]).toEqual([0, 200, 255]);
});
