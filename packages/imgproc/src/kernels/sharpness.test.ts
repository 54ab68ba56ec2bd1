import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { images } from '../../fixtures/kernels.ts';
import { sharpness, sharpnessScalar } from './sharpness.ts';

/** 3 x 3 pixels of 0 with another one in the middle. */
const dot = (value: number) => {
  const data = new Uint8Array(27);
  data.fill(value, 12, 15);
  return { height: 3, width: 3, channels: 3, data };
};

test('a factor of 0 gives the weighted mean, with 5/13 for the pixel itself', () => {
  expect(sharpness(dot(130), 0)).toEqual(dot(50));
});

test('a factor of 1 changes nothing, and more increases the difference', () => {
  expect(sharpness(dot(130), 1)).toEqual(dot(130));
  expect(sharpness(dot(130), 2)).toEqual(dot(210));
  expect(sharpness(dot(130), 9)).toEqual(dot(255));
});

test('pixels at the edges keep their values', () => {
  const data = Uint8Array.of(1, 2, 3, 200, 100, 50);
  const line = { height: 1, width: 2, channels: 3, data };
  expect(sharpness(line, 0)).toEqual(line);
});

const side = fc.integer({ min: 1, max: 40 });

test('has the pixels of the scalar code, whatever size and factor', () => {
  fc.assert(
    fc.property(side, side, fc.double({ min: 0, max: 9, noNaN: true }), (height, width, factor) => {
      const source = images.noise(height, width);
      const { data } = sharpness(source, factor);
      expect(Buffer.compare(data, sharpnessScalar(source, factor).data)).toBe(0);
    }),
  );
});
