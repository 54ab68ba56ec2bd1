import { expect, test } from 'vitest';
import { imageOf } from '../../test/small-images.ts';
import { shuffleChannels } from './shuffle-channels.ts';

const source = imageOf([[[1, 2, 3]], [[4, 5, 6]]]);

test('the channels of the source become red, green and blue', () => {
  expect([...shuffleChannels(source, [2, 0, 1]).data]).toEqual([3, 1, 2, 6, 4, 5]);
});

test('the source is returned if the order stays the same', () => {
  expect(shuffleChannels(source, [0, 1, 2])).toBe(source);
});
