import { expect, test } from 'vitest';
import { HUE_DIVISORS, PARTS_OF_255, SATURATION_DIVISORS } from './hsv-tables.ts';

test('divisors have 12 bits of fraction, and 0 has none', () => {
  expect([0, 1, 255].map((value) => SATURATION_DIVISORS[value])).toEqual([0, 255 * 4096, 4096]);
  expect([0, 30, 255].map((range) => HUE_DIVISORS[range])).toEqual([0, 4096, 482]);
});

test('bytes are multiplied by 1/255 in single precision', () => {
  expect([0, 255].map((value) => PARTS_OF_255[value])).toEqual([0, 1]);
  expect(PARTS_OF_255[51]).toBe(Math.fround(0.2) + 2 ** -26); // the quotient would be the number before it
});
