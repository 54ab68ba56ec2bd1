import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { images } from '../../fixtures/kernels.ts';
import { numbered } from '../../test/numbered.ts';
import { gaussianTaps } from './gaussian-taps.ts';
import { blurInWasm, blurScalar, separableBlur } from './separable-blur.ts';

const side = fc.integer({ min: 1, max: 40 });
const boxOf = (size: number) => ({
  taps: new Uint16Array((size + 1) / 2).fill(1),
  divisor: size * size,
});

test('a box of 3 is the mean of nine values, mirrored about the edge', () => {
  const data = Uint8Array.from([0, 0, 0, 90, 90, 90, 9, 9, 9]);
  const line = { height: 1, width: 3, channels: 3, data };
  expect([...separableBlur(line, boxOf(3)).data]).toEqual([60, 60, 60, 33, 33, 33, 63, 63, 63]);
});

test('has the pixels of the scalar code, whatever the sizes', () => {
  fc.assert(
    fc.property(
      side,
      side,
      fc.double({ min: 0.1, max: 9, noNaN: true }),
      (height, width, deviation) => {
        const source = images.noise(height, width);
        const window = { taps: gaussianTaps(deviation), divisor: 65536 };
        expect(Buffer.compare(blurInWasm(source, window)!, blurScalar(source, window))).toBe(0);
      },
    ),
    { numRuns: 40 },
  );
});

test.each([1, 3, 15, 17, 101])('has the pixels of the scalar code for a box of %i', (size) => {
  const source = images.noise(19, 23);
  expect(blurInWasm(source, boxOf(size))).toEqual(blurScalar(source, boxOf(size)));
});

test('the largest box of white stays white', () => {
  const white = { height: 2, width: 3, channels: 3, data: new Uint8Array(18).fill(255) };
  expect(separableBlur(white, boxOf(255))).toEqual(white);
});

test('a mean that is nearly a half is rounded as cv2.blur rounds it', () => {
  const size = 165;
  const sum = 6_030_337; // 221.49998 times the number of pixels: 221.5 in single precision
  const raised = sum - 221 * size * size;
  const data = Uint8Array.from({ length: 3 * size * size }, (_, at) =>
    at < 3 * raised ? 222 : 221,
  );
  const source = { height: size, width: size, channels: 3, data };
  const middle = Math.floor(data.length / 2); // the window about it is the whole image
  expect(blurInWasm(source, boxOf(size))![middle]).toBe(222);
  expect(blurScalar(source, boxOf(size))[middle]).toBe(222);
});

test('the source is only read', () => {
  const source = numbered(3, 4);
  separableBlur(source, boxOf(3));
  expect(source).toEqual(numbered(3, 4));
});
