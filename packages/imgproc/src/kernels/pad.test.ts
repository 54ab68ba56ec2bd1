import { expect, test } from 'vitest';
import { geometry } from '../../fixtures/geometry.ts';
import { image } from '../../fixtures/ops.ts';
import { images } from '../../fixtures/kernels.ts';
import { pad, repeated } from './pad.ts';

test.each(geometry.pad)(
  '$top, $right, $bottom and $left pixels, border $border: those of cv2.copyMakeBorder',
  ({ data, ...options }) => {
    const padded = pad(image, { ...options, colour: [9, 80, 200] });
    expect(padded.data).toEqual(data);
    expect(padded.height).toBe(image.height + options.top + options.bottom);
  },
);

test('nothing added is the source itself', () => {
  const none = { top: 0, right: 0, bottom: 0, left: 0, colour: [0], border: 'wrap' } as const;
  expect(pad(image, none)).toBe(image);
});

test('one pixel can be padded to any size', () => {
  const pixel = { height: 1, width: 1, channels: 1, data: Uint8Array.of(7) };
  const sides = { top: 1, right: 2, bottom: 0, left: 0, colour: [5] };
  expect([...pad(pixel, { ...sides, border: 'reflect' }).data]).toEqual([7, 7, 7, 7, 7, 7]);
  expect([...pad(pixel, { ...sides, border: 'constant' }).data]).toEqual([5, 5, 5, 7, 5, 5]);
});

test('repeated pixels are those of the scalar code', () => {
  const source = images.noise(5, 4);
  const sides = { top: 2, right: 1, bottom: 3, left: 2, colour: [0] };
  const rows = Int32Array.of(1, 0, 0, 1, 2, 3, 4, 4, 3, 2);
  const columns = Int32Array.of(1, 0, 0, 1, 2, 3, 3);
  expect(pad(source, { ...sides, border: 'reflect' }).data).toEqual(
    repeated(source, rows, columns),
  );
});
