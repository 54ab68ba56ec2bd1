import { expect, test } from 'vitest';
import { image } from '../../fixtures/ops.ts';
import { images } from '../../fixtures/kernels.ts';
import { pixelEffects } from '../../fixtures/pixel-effects.ts';
import { numbered, numbersOf } from '../../test/numbered.ts';
import { resizeNearest, resizeNearestTwice } from './resize-nearest.ts';

test.each(pixelEffects.nearest)(
  'to $height x $width and back: every pixel is that of OpenCV',
  ({ data, ...size }) => {
    expect(resizeNearest(resizeNearest(image, size), image).data).toEqual(data);
  },
);

test('takes pixels at whole steps', () => {
  expect(numbersOf(resizeNearest(numbered(2, 3), { height: 4, width: 2 }))).toEqual([
    1, 2, 1, 2, 4, 5, 4, 5,
  ]);
});

test('an image of the size is returned', () => {
  const source = numbered(2, 3);
  expect(resizeNearest(source, { height: 2, width: 3 })).toBe(source);
});

test('a resize there and back has the pixels of two in turn', () => {
  const source = images.noise(13, 17);
  for (const size of [
    { height: 1, width: 1 },
    { height: 5, width: 9 },
    { height: 13, width: 20 },
  ]) {
    const twice = resizeNearest(resizeNearest(source, size), source);
    expect(resizeNearestTwice(source, size)).toEqual(twice);
  }
});
