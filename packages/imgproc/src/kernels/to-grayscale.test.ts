import { expect, test } from 'vitest';
import { imageOf } from '../../test/small-images.ts';
import { toGrayscale } from './to-grayscale.ts';

test('all channels get the luminance of the pixel', () => {
  const source = imageOf([[[255, 0, 0]], [[7, 7, 7]]]);
  expect(toGrayscale(source)).toEqual(imageOf([[[76, 76, 76]], [[7, 7, 7]]]));
  expect([...source.data]).toEqual([255, 0, 0, 7, 7, 7]);
});
