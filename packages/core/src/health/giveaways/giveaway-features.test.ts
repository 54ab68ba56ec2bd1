import { expect, test } from 'vitest';
import { factsWith } from '../../../test/image-facts.ts';
import { GIVEAWAY_FEATURES } from './giveaway-features.ts';

const numbersOf = (name: string, change: Parameters<typeof factsWith>[0]) =>
  GIVEAWAY_FEATURES.find((feature) => feature.name === name)?.numbers(factsWith(change));

test('image size is the height and the proportions, both logarithmic', () => {
  expect(numbersOf('image size', { height: 100, width: 100 })).toEqual([Math.log(100), 0]);
  expect(numbersOf('image size', { height: 1, width: Math.E })?.[1]).toBeCloseTo(1, 12);
});

test('file type is the format, and whether the image is stored turned', () => {
  expect(numbersOf('file type', { format: 'jpeg', orientation: 1 })?.indexOf(1)).toBe(1);
  expect(numbersOf('file type', { format: 'jpeg', orientation: 6 })?.at(-1)).toBe(1);
});

test('bytes per pixel are logarithmic', () => {
  expect(numbersOf('bytes per pixel', { height: 10, width: 10, bytes: 100 })).toEqual([0]);
});

test('the other features are the facts themselves', () => {
  expect(numbersOf('brightness', { brightness: 7 })).toEqual([7]);
  expect(numbersOf('border colour', { borderColour: [1, 2, 3] })).toEqual([1, 2, 3]);
  expect(numbersOf('background', { backgroundColour: [4, 5, 6] })).toEqual([4, 5, 6]);
});
