import { expect, test } from 'vitest';
import { images } from '../../fixtures/kernels.ts';
import { imageOf } from '../../test/small-images.ts';
import { shuffleChannels, shuffleScalar } from './shuffle-channels.ts';

const source = imageOf([[[1, 2, 3]], [[4, 5, 6]]]);

test('the channels of the source become red, green and blue', () => {
  expect([...shuffleChannels(source, [2, 0, 1]).data]).toEqual([3, 1, 2, 6, 4, 5]);
});

test('the source is returned if the order stays the same', () => {
  expect(shuffleChannels(source, [0, 1, 2])).toBe(source);
});

test.each([
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
] as const)('the order %d, %d, %d has the pixels of the scalar code', (...order) => {
  const image = images.noise(7, 9);
  expect(shuffleChannels(image, order)).toEqual(shuffleScalar(image, order));
});
