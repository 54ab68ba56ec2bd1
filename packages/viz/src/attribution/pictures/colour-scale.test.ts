import { expect, test } from 'vitest';
import { colourOf } from './colour-scale.ts';

test('the sequential scale goes from black to pale yellow, and gets brighter', () => {
  expect(colourOf('sequential', 0)).toEqual([0, 0, 4]);
  expect(colourOf('sequential', 1)).toEqual([252, 255, 164]);
  const brightness = Array.from({ length: 21 }, (_, at) => {
    const [red, green, blue] = colourOf('sequential', at / 20);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  });
  expect(brightness).toEqual(brightness.toSorted((a, b) => a - b));
});

test('the signed scale is blue below 0, orange above, and pale at 0', () => {
  const [againstRed, , againstBlue] = colourOf('signed', -1);
  const [forRed, , forBlue] = colourOf('signed', 1);
  expect(againstBlue).toBeGreaterThan(againstRed);
  expect(forRed).toBeGreaterThan(forBlue);
  expect(Math.min(...colourOf('signed', 0))).toBeGreaterThan(230);
});

test('between two places the colour is mixed, and values outside have the last colour', () => {
  expect(colourOf('sequential', 1 / 32)).toEqual([6, 4, 20]);
  expect(colourOf('sequential', 7)).toEqual(colourOf('sequential', 1));
  expect(colourOf('signed', -7)).toEqual(colourOf('signed', -1));
});
