import { expect, test } from 'vitest';
import { images, resized, sha256 } from '../../fixtures/kernels.ts';
import { resizePil } from './resize-pil.ts';

test.each(resized)(
  'from $from to $to, $filter, equals Pillow',
  ({ from, to, filter, sha256: expected }) => {
    const [height, width] = to;
    const result = resizePil(images.noise(...from), { height, width, filter });
    expect([result.height, result.width]).toEqual(to);
    expect(sha256(result.data)).toBe(expected);
  },
);

test('one channel gives the same values as each of three', () => {
  const { data, ...shape } = images.noise(9, 14);
  const gray = { ...shape, channels: 1, data: data.subarray(0, 9 * 14) };
  const rgb = {
    ...shape,
    data: Uint8Array.from({ length: 9 * 14 * 3 }, (_, at) => data[Math.trunc(at / 3)]!),
  };
  const options = { height: 5, width: 20, filter: 'bicubic' } as const;
  const greens = resizePil(rgb, options).data.filter((_, at) => at % 3 === 1);
  expect(resizePil(gray, options).data).toEqual(greens);
});

test('the image is not written to', () => {
  const image = images.noise(6, 6);
  resizePil(image, { height: 3, width: 9, filter: 'lanczos' });
  expect(image).toEqual(images.noise(6, 6));
});
