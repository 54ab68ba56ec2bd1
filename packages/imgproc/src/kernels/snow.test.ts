import { expect, test } from 'vitest';
import { imageOf } from '../../test/small-images.ts';
import { snow } from './snow.ts';

const colours = (...pixels: [number, number, number][]) => imageOf([pixels]);

test('dark pixels become lighter with the same hue and saturation', () => {
  const result = snow(colours([40, 20, 0], [200, 200, 200]), { threshold: 100, factor: 2 });
  expect([...result.data]).toEqual([80, 40, 0, 200, 200, 200]);
});

test('lightness is limited to white, and black stays black', () => {
  const result = snow(colours([90, 90, 90], [0, 0, 0], [255, 255, 255]), {
    threshold: 256,
    factor: 5,
  });
  expect([...result.data]).toEqual([255, 255, 255, 0, 0, 0, 255, 255, 255]);
});
