import { expect, test } from 'vitest';
import { colourSum } from './colour-sum.ts';

test('the mean is that of the pixels that were added', () => {
  const sum = colourSum();
  const data = Uint8Array.of(10, 20, 30, 99, 99, 99, 20, 40, 0);
  sum.add(data, 0, 3);
  expect(sum.mean()).toEqual([10, 20, 30]);
  sum.add(data, 6, 3);
  expect(sum.mean()).toEqual([15, 30, 15]);
});

test('grey counts as red, green and blue, and alpha does not count', () => {
  const grey = colourSum();
  grey.add(Uint8Array.of(40, 7), 0, 1);
  expect(grey.mean()).toEqual([40, 40, 40]);
  grey.add(Uint8Array.of(50, 0), 0, 2);
  expect(grey.mean()).toEqual([45, 45, 45]);
  const colour = colourSum();
  colour.add(Uint8Array.of(1, 2, 3, 0), 0, 4);
  expect(colour.mean()).toEqual([1, 2, 3]);
});

test('sums are independent, and an empty one has no mean', () => {
  const one = colourSum();
  one.add(Uint8Array.of(1, 2, 3), 0, 3);
  expect(colourSum().mean()).toEqual([NaN, NaN, NaN]);
});
