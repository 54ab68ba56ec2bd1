import { expect, test } from 'vitest';
import { addNoise } from './add-noise.ts';

const image = {
  height: 1,
  width: 2,
  channels: 3,
  data: Uint8Array.of(0, 1, 2, 253, 254, 255),
};

test('adds a number to each value: rounded half to even, the sum within bytes', () => {
  const normals = Float64Array.of(-1.5, 0.25, 0.75, 1.25, 0.255, 1e9);
  const numbers = { normals, mean: 0, deviation: 2 };
  expect([...addNoise(image, numbers).data]).toEqual([0, 1, 4, 255, 255, 255]);
});

test('adds a number to all channels of each pixel, and leaves the image as it is', () => {
  const numbers = { normals: Float64Array.of(0, -1.75), mean: 1, deviation: 2 };
  expect([...addNoise(image, numbers).data]).toEqual([1, 2, 3, 251, 252, 253]);
  expect([...image.data]).toEqual([0, 1, 2, 253, 254, 255]);
});
