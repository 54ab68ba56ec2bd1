import { expect, test } from 'vitest';
import { pilFilters } from './pil-filters.ts';

const { box, bilinear, hamming, bicubic, lanczos } = pilFilters;

test('the supports are those of Pillow', () => {
  const supports = Object.values(pilFilters).map(({ support }) => support);
  expect(supports).toEqual([0.5, 1, 1, 2, 3]);
});

test('box has one weight from -0.5, excluded, to 0.5, included', () => {
  expect([-0.5, -0.49, 0, 0.5, 0.51].map(box.weight)).toEqual([0, 1, 1, 1, 0]);
});

test('bilinear falls evenly to 0', () => {
  expect([0, 0.25, -0.25, 0.75, 1, 1.5].map(bilinear.weight)).toEqual([1, 0.75, 0.75, 0.25, 0, 0]);
});

test('hamming is a windowed sinc, with constants in single precision', () => {
  expect([0, 1, -1].map(hamming.weight)).toEqual([1, 0, 0]);
  expect(hamming.weight(0.5)).toBeCloseTo((2 / Math.PI) * Math.fround(0.54), 12);
});

test('bicubic goes below 0 beyond the first pixel', () => {
  expect([0, 0.5, 1.5, -1.5, 2].map(bicubic.weight)).toEqual([1, 0.5625, -0.0625, -0.0625, 0]);
  expect(bicubic.weight(1)).toBeCloseTo(0, 12);
});

test('lanczos is a sinc windowed by its central lobe', () => {
  expect(lanczos.weight(0)).toBe(1);
  expect(lanczos.weight(1.5)).toBeCloseTo((-2 / (3 * Math.PI)) * (2 / Math.PI), 12);
  expect(lanczos.weight(2)).toBeCloseTo(0, 12);
  expect(lanczos.weight(3)).toBe(0);
});

test('all but box are even functions', () => {
  for (const { weight } of [bilinear, hamming, bicubic, lanczos]) {
    for (const distance of [0.1, 0.6, 1.1, 1.9, 2.3]) {
      expect(weight(-distance)).toBe(weight(distance));
    }
  }
});
