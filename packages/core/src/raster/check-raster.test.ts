import { expect, test } from 'vitest';
import { checkRaster } from './check-raster.ts';

const image = { height: 2, width: 3, channels: 1, data: new Uint8Array(6) };

test('accepts height * width * channels bytes', () => {
  expect(() => checkRaster(image)).not.toThrow();
  expect(() => checkRaster({ ...image, data: Buffer.alloc(6) })).not.toThrow();
});

test.each([
  { ...image, data: new Uint8Array(5) },
  { ...image, data: new Float32Array(6) as unknown as Uint8Array },
  { ...image, height: 1.5, width: 4 },
])('refuses %j', (wrong) => {
  expect(() => checkRaster(wrong)).toThrow(/An image must have the shape/);
});
