import { expect, test } from 'vitest';
import { numbered, numbersOf } from '../../test/numbered.ts';
import { extendMirrored, extendMirroredScalar } from './extend-mirrored.ts';

test('mirrors an image about its edge pixels, as often as needed', () => {
  const extended = extendMirrored(numbered(2, 3), 3);
  expect([extended.height, extended.width]).toEqual([8, 9]);
  const rows = numbersOf(extended);
  expect(rows.slice(0, 9)).toEqual([5, 6, 5, 4, 5, 6, 5, 4, 5]);
  expect(rows.slice(27, 36)).toEqual([2, 3, 2, 1, 2, 3, 2, 1, 2]);
});

test('a single pixel is repeated', () => {
  expect(numbersOf(extendMirrored(numbered(1, 1), 2))).toEqual(Array.from({ length: 25 }, () => 1));
});

test('with a radius of 0 the image is copied', () => {
  const source = numbered(2, 3);
  const copy = extendMirrored(source, 0);
  expect(copy).toEqual(source);
  expect(copy.data).not.toBe(source.data);
});

test.each([
  [1, 1],
  [1, 5],
  [4, 1],
  [6, 7],
])('an image of %i x %i has the pixels of the scalar code', (height, width) => {
  for (const radius of [0, 1, 2, 9]) {
    const source = numbered(height, width);
    expect(extendMirrored(source, radius)).toEqual(extendMirroredScalar(source, radius));
  }
});
