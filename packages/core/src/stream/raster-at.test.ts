import { expect, test } from 'vitest';
import { rasterAt } from './raster-at.ts';

test('copies the image at a position', () => {
  const images = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
  const lent = {
    images,
    height: 1,
    width: 2,
    channels: 3,
    bad: [],
    [Symbol.dispose]: () => undefined,
  };
  const raster = rasterAt(lent, 1);
  images.fill(0);
  expect(raster).toEqual({
    height: 1,
    width: 2,
    channels: 3,
    data: Uint8Array.of(7, 8, 9, 10, 11, 12),
  });
});
