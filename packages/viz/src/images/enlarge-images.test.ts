import { expect, test } from 'vitest';
import { enlargeImages } from './enlarge-images.ts';

const shape = { count: 2, height: 1, width: 2, channels: 2 };
const images = Float32Array.of(0, 10, 4, 30, 8, 8, 8, 0);

test('interpolates between the centres, each channel and each image apart', () => {
  const large = enlargeImages(images, shape, { height: 1, width: 4 });
  expect([...large.subarray(0, 8)]).toEqual([0, 10, 1, 15, 3, 25, 4, 30]);
  expect([...large.subarray(8)]).toEqual([8, 8, 8, 6, 8, 2, 8, 0]);
});

test('the same size is a copy', () => {
  const same = enlargeImages(images, shape, { height: 1, width: 2 });
  expect(same).toEqual(images);
  expect(same).not.toBe(images);
});
