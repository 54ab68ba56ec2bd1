import { expect, test } from 'vitest';
import { images, medians, sha256 } from '../../fixtures/kernels.ts';
import { medianBlur } from './median.ts';

test.each(medians)(
  '$image of $shape, size $size, equals cv2',
  ({ shape, image, size, sha256: expected }) => {
    const source = images[image](...shape);
    const result = medianBlur(source, size);
    expect(sha256(result.data)).toBe(expected);
    expect(source).toEqual(images[image](...shape));
  },
);

test.each([3, 9, 17])('one channel gives the same values as each of three, size %d', (size) => {
  const rgb = images.noise(13, 18);
  const gray = { ...rgb, channels: 1, data: rgb.data.filter((_, at) => at % 3 === 1) };
  const greens = medianBlur(rgb, size).data.filter((_, at) => at % 3 === 1);
  expect(medianBlur(gray, size).data).toEqual(greens);
});

test('one outlier is removed', () => {
  const image = {
    height: 3,
    width: 3,
    channels: 1,
    data: Uint8Array.of(5, 5, 5, 5, 200, 5, 5, 5, 5),
  };
  expect([...medianBlur(image, 3).data]).toEqual([5, 5, 5, 5, 5, 5, 5, 5, 5]);
});

test.each([0, -3, 2, 1.5, 257, NaN])('a window of %d is refused', (size) => {
  const image = { height: 4, width: 4, channels: 3, data: new Uint8Array(48) };
  expect(() => medianBlur(image, size)).toThrow('size must be an odd number from 1 to 255');
});
