import type { Raster } from '@sprout/core';
import * as fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { images, linear, sha256 } from '../../fixtures/kernels.ts';
import { OpenCv } from '../opencv/opencv.ts';
import { resizeCv } from '../opencv/resize-cv.ts';
import { resizeLinear } from './resize-linear.ts';

const tools = { file: 'a.png', opencv: new OpenCv() };

beforeAll(() => tools.opencv.ready(), 30_000);

function noise(height: number, width: number, seed: number): Raster {
  const data = new Uint8Array(height * width * 3);
  let state = seed | 1;
  for (let at = 0; at < data.length; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    data[at] = state >>> 24;
  }
  return { height, width, channels: 3, data };
}

function differs(source: Raster, height: number, width: number): boolean {
  const expected = resizeCv(source, { height, width, interpolation: 'INTER_LINEAR' }, tools);
  const result = resizeLinear(source, { height, width });
  const sameSize = result.height === height && result.width === width;
  return !sameSize || Buffer.compare(result.data, expected.data) !== 0;
}

const side = fc.integer({ min: 1, max: 90 });

test('equals OpenCV, whatever the sizes', () => {
  fc.assert(
    fc.property(
      side,
      side,
      side,
      side,
      fc.integer(),
      (fromHeight, fromWidth, height, width, seed) => {
        const source = noise(fromHeight, fromWidth, seed);
        const before = Uint8Array.from(source.data);
        expect(differs(source, height, width)).toBe(false);
        expect(Buffer.compare(source.data, before)).toBe(0);
      },
    ),
    { numRuns: 300 },
  );
});

test.each([
  [40, 60, 20, 30],
  [40, 60, 20, 15],
  [40, 60, 80, 120],
  [300, 300, 150, 150],
  [1000, 777, 150, 150],
  [73, 73, 150, 150],
  [3, 1000, 7, 10],
])('equals OpenCV from %d x %d to %d x %d', (fromHeight, fromWidth, height, width) => {
  expect(differs(noise(fromHeight, fromWidth, 9), height, width)).toBe(false);
});

test.each(linear)('equals cv2 in Python from $from to $to', ({ from, to, sha256: expected }) => {
  const [height, width] = to;
  const source = images.noise(...from);
  const result = resizeLinear(source, { height, width });
  expect([result.height, result.width]).toEqual(to);
  expect(sha256(result.data)).toBe(expected);
  expect(source).toEqual(images.noise(...from));
});
