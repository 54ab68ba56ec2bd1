import { expect, test } from 'vitest';
import { factsWith } from '../../../test/image-facts.ts';
import { GIVEAWAY_FEATURES } from './giveaway-features.ts';

const numbersOf = (name: string, change: Parameters<typeof factsWith>[0]) =>
  GIVEAWAY_FEATURES.find((feature) => feature.name === name)?.numbers(factsWith(change));

test('image size is the height and the proportions, both logarithmic', () => {
  expect(numbersOf('image size', { height: 100, width: 100 })).toEqual([Math.log(100), 0]);
  expect(numbersOf('image size', { height: 1, width: Math.E })?.[1]).toBeCloseTo(1, 12);
});

test('file type is the format, whether the image is stored turned, and the bytes per pixel', () => {
  const square = { height: 10, width: 10, bytes: 100 };
  expect(numbersOf('file type', { ...square, format: 'jpeg' })).toEqual([0, 1, 0, 0, 0, 0, 0]);
  expect(numbersOf('file type', { ...square, format: 'heif', orientation: 6 })).toEqual([
    0, 0, 0, 0, 0, 1, 0,
  ]);
});

test('the other features are the facts themselves', () => {
  expect(numbersOf('brightness', { brightness: 7 })).toEqual([7]);
  expect(numbersOf('border colour', { borderColour: [1, 2, 3] })).toEqual([1, 2, 3]);
  expect(numbersOf('background', { backgroundColour: [4, 5, 6] })).toEqual([4, 5, 6]);
});
