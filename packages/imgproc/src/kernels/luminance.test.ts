import { expect, test } from 'vitest';
import { images } from '../../fixtures/kernels.ts';
import { imageOf } from '../../test/small-images.ts';
import { luminance, meanLuminance, sumOfLuminances } from './luminance.ts';
import { identityTable, invertTable } from './value-tables.ts';

test.each([
  { colour: [255, 0, 0], expected: 76 },
  { colour: [0, 255, 0], expected: 150 },
  { colour: [0, 0, 255], expected: 29 },
  { colour: [77, 77, 77], expected: 77 },
])(
  'the luminance of $colour is $expected',
  ({ colour: [red = 0, green = 0, blue = 0], expected }) => {
    expect(luminance(red, green, blue)).toBe(expected);
  },
);

test('the mean of an image is rounded, halves up, after its values were replaced', () => {
  const pair = imageOf([
    [
      [10, 10, 10],
      [21, 21, 21],
    ],
  ]);
  expect(meanLuminance(pair, identityTable())).toBe(16);
  expect(meanLuminance(pair, invertTable())).toBe(240);
});

test.each([1, 2, 7, 8, 9, 24, 31])(
  'a row of %d pixels has the mean of the scalar code',
  (width) => {
    const source = images.noise(3, width);
    const sum = sumOfLuminances(source.data, invertTable());
    expect(meanLuminance(source, invertTable())).toBe(Math.floor(sum / (3 * width) + 0.5));
  },
);
