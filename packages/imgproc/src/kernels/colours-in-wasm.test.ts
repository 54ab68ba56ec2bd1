import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { images } from '../../fixtures/kernels.ts';
import { equalizeLightness, equalizeLightnessScalar } from './equalize-lightness.ts';
import {
  filterAround,
  filterAroundScalar,
  filterDiagonal,
  filterDiagonalScalar,
} from './filter-three.ts';
import { lookUp, lookUpScalar } from './look-up.ts';
import { saturate, saturateScalar } from './saturate.ts';
import { shiftHsv, shiftScalar } from './shift-hsv.ts';
import { turnHue, turnScalar } from './turn-hue.ts';

const side = fc.integer({ min: 1, max: 40 });
const size = fc.tuple(side, side);
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const single = (value: number) => Math.fround(value);

test('tables: the pixels of the scalar code', () => {
  const table = fc.uint8Array({ minLength: 256, maxLength: 256 });
  fc.assert(
    fc.property(size, table, table, (sides, first, second) => {
      const source = images.noise(...sides);
      expect(lookUp(source, first)).toEqual(lookUpScalar(source, first));
      const three = Uint8Array.from([...first, ...second, ...first]);
      expect(lookUp(source, three)).toEqual(lookUpScalar(source, three));
    }),
    { numRuns: 30 },
  );
});

test('saturation, hue and HSV: the pixels of the scalar code', () => {
  fc.assert(
    fc.property(
      size,
      number(0, 3),
      number(-180, 180),
      number(-99, 99),
      (sides, factor, hue, by) => {
        const source = images.noise(...sides);
        const shift = { hue, saturation: by, value: -by };
        expect(saturate(source, factor)).toEqual(saturateScalar(source, factor));
        expect(turnHue(source, Math.trunc(hue))).toEqual(turnScalar(source, Math.trunc(hue)));
        expect(shiftHsv(source, shift)).toEqual(shiftScalar(source, shift));
      },
    ),
    { numRuns: 60 },
  );
});

test('CLAHE: the pixels of the scalar code', () => {
  fc.assert(
    fc.property(size, number(1, 40), fc.integer({ min: 1, max: 9 }), (sides, clipLimit, tiles) => {
      const source = images.leaves(...sides);
      const options = { clipLimit, tiles };
      expect(equalizeLightness(source, options)).toEqual(equalizeLightnessScalar(source, options));
    }),
    { numRuns: 40 },
  );
});

test('filters: the pixels of the scalar code, also where sums are halves', () => {
  const weight = fc.oneof(number(-2, 2).map(single), fc.constantFrom(0.5, 0.25, single(0.2)));
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
