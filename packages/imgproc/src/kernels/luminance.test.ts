import { expect, test } from 'vitest';
import { imageOf } from '../../test/small-images.ts';
import { luminance, meanLuminance } from './luminance.ts';
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
