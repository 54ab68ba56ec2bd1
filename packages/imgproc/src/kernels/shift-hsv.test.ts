import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { images } from '../../fixtures/kernels.ts';
import { imageOf } from '../../test/small-images.ts';
import { shiftHsv, shiftScalar } from './shift-hsv.ts';

const side = fc.integer({ min: 1, max: 40 });
const number = (limit: number) => fc.double({ min: -limit, max: limit, noNaN: true });

test('has the pixels of the scalar code, whatever size and shift', () => {
  fc.assert(
    fc.property(
      side,
      side,
      fc.record({ hue: number(180), saturation: number(99), value: number(99) }),
      (height, width, shift) => {
        const source = images.noise(height, width);
        expect(shiftHsv(source, shift)).toEqual(shiftScalar(source, shift));
      },
    ),
    { numRuns: 60 },
  );
});

test('60 steps of hue make red green', () => {
  const red = imageOf([[[255, 0, 0]]]);
  expect(shiftHsv(red, { hue: 60, saturation: 0, value: 0 })).toEqual(imageOf([[[0, 255, 0]]]));
});

test('grey stays grey, and gets the value', () => {
  const grey = imageOf([[[100, 100, 100]]]);
  const shift = { hue: 20, saturation: 50, value: 10 };
  expect(shiftHsv(grey, shift)).toEqual(imageOf([[[110, 110, 110]]]));
});

test('without a shift the source is returned', () => {
  const source = images.noise(2, 2);
  expect(shiftHsv(source, { hue: 0, saturation: 0, value: 0 })).toBe(source);
});
