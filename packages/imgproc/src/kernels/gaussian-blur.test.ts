import { expect, test } from 'vitest';
import { image } from '../../fixtures/ops.ts';
import { pixelEffects } from '../../fixtures/pixel-effects.ts';
import { numbered } from '../../test/numbered.ts';
import { gaussianBlur } from './gaussian-blur.ts';

test.each(pixelEffects['sized-gaussian-blur'])(
  'deviation $deviation and a window of $size: every pixel is that of OpenCV',
  ({ deviation, size, data }) => {
    expect(gaussianBlur(image, { deviation, size }).data).toEqual(data);
  },
);

test('without a deviation the image is returned', () => {
  const source = numbered(3, 4);
  expect(gaussianBlur(source, { deviation: 0 })).toBe(source);
  expect(gaussianBlur(source, { deviation: 0.2 })).toBe(source);
});
