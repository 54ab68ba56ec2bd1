import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { images } from '../../fixtures/kernels.ts';
import { imageOf } from '../../test/small-images.ts';
import { toGrayscale, toGrayscaleScalar } from './to-grayscale.ts';

test('all channels get the luminance of the pixel', () => {
  const source = imageOf([[[255, 0, 0]], [[7, 7, 7]]]);
  expect(toGrayscale(source)).toEqual(imageOf([[[76, 76, 76]], [[7, 7, 7]]]));
  expect([...source.data]).toEqual([255, 0, 0, 7, 7, 7]);
});

const side = fc.integer({ min: 1, max: 40 });

test('has the pixels of the scalar code, whatever the size', () => {
  fc.assert(
    fc.property(side, side, (height, width) => {
      const source = images.noise(height, width);
      const { data } = toGrayscale(source);
      expect(Buffer.compare(data, toGrayscaleScalar(source).data)).toBe(0);
    }),
  );
});
