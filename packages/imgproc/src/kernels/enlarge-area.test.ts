import { expect, test } from 'vitest';
import { resize as resized } from '../../fixtures/ops.ts';
import { image } from '../../fixtures/ops.ts';
import { numbered, numbersOf } from '../../test/numbered.ts';
import { enlargeArea } from './enlarge-area.ts';

const larger = resized.filter(
  ({ resampler, height, width }) =>
    resampler === 'cv2-area' && height >= image.height && width >= image.width,
);

test.each(larger)('to $height x $width: every pixel is cv2’s', ({ height, width, data }) => {
  expect(enlargeArea(image, { height, width })).toEqual({ height, width, channels: 3, data });
});

test('a multiple of the size repeats the pixels', () => {
  expect(numbersOf(enlargeArea(numbered(1, 2), { height: 2, width: 4 }))).toEqual([
    1, 1, 2, 2, 1, 1, 2, 2,
  ]);
  expect(larger.length).toBeGreaterThan(0);
});

test('returns its source where the size is the same', () => {
  const source = numbered(2, 3);
  expect(enlargeArea(source, { height: 2, width: 3 })).toBe(source);
});
