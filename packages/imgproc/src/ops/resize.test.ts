import type { Raster } from '@sprout/core';
import { beforeAll, expect, test } from 'vitest';
import { image, resize as resized } from '../../fixtures/ops.ts';
import { contractViolations } from '../../test/contract-violations.ts';
import { applyOp, opencv, setUpOps } from '../../test/set-up-ops.ts';
import { resize } from './resize.ts';

const spec = { op: 'resize', height: 2, width: 2 };

/** 4 x 4 grey pixels, from 0 to 150. */
const ramp: Raster = {
  height: 4,
  width: 4,
  channels: 3,
  data: Uint8Array.from({ length: 48 }, (_, at) => 10 * Math.floor(at / 3)),
};

beforeAll(() => opencv.ready(), 30_000);

/** The first channel of each pixel. */
function reds({ data }: Raster): number[] {
  return Array.from(data.filter((_, at) => at % 3 === 0));
}

test.each(resized)('$resampler to $height x $width: every pixel is cv2’s', (expected) => {
  const { data, ...options } = expected;
  expect(applyOp({ op: 'resize', ...options }, image)).toEqual({
    height: options.height,
    width: options.width,
    channels: 3,
    data,
  });
});

test('cv2-linear, the default, gives the mean of the four pixels around each new one', () => {
  expect(applyOp(spec, ramp)).toEqual({
    height: 2,
    width: 2,
    channels: 3,
    data: Uint8Array.of(25, 25, 25, 45, 45, 45, 105, 105, 105, 125, 125, 125),
  });
});

test('pil-box gives the same mean here, and pil-nearest one of the pixels', () => {
  const by = (resampler: string) => applyOp({ ...spec, resampler }, ramp);
  expect(reds(by('pil-box'))).toEqual([25, 45, 105, 125]);
  expect(reds(by('pil-nearest'))).toEqual([50, 70, 130, 150]);
});

test('has its own size for any input', () => {
  expect(setUpOps([spec]).size(undefined)).toEqual({ height: 2, width: 2 });
  expect(setUpOps([spec]).size({ height: 9, width: 7 })).toEqual({ height: 2, width: 2 });
});

test.each([
  ['cv2-linear', false],
  ['cv2-nearest', true],
  ['cv2-area', true],
  ['cv2-lanczos4', true],
  ['pil-lanczos', false],
])('%s needs OpenCV: %s', (resampler, needed) => {
  expect(setUpOps([{ ...spec, resampler }]).needsOpenCv).toBe(needed);
});

test.each(['cv2-linear', 'cv2-area', 'pil-bicubic'])(
  'keeps the contract of ops with %s',
  (resampler) => {
    expect(contractViolations(resize, { ...spec, resampler }, ramp)).toEqual([]);
  },
);
