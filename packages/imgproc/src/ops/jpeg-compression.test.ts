import { expect, test } from 'vitest';
import { image } from '../../fixtures/ops.ts';
import { pixelEffects } from '../../fixtures/pixel-effects.ts';
import { contractViolations } from '../../test/contract-violations.ts';
import { drawnNumbers } from '../../test/drawn-numbers.ts';
import { numbered } from '../../test/numbered.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { crop } from '../kernels/crop.ts';
import { gaussianBlur } from '../kernels/gaussian-blur.ts';
import { jpegCompression } from './jpeg-compression.ts';

const spec = { op: 'jpeg-compression' };

test.each(pixelEffects['jpeg-compression'])(
  '$height x $width, quality $quality: every pixel is that of OpenCV',
  ({ data, height, width, quality }) => {
    const part = crop(image, { top: 0, left: 0, height, width });
    expect(applyOp(spec, part, { quality }).data).toEqual(data);
  },
);

test.each(pixelEffects['smooth-jpeg-compression'])(
  'a smooth image, quality $quality: every pixel is that of OpenCV',
  ({ data, quality }) => {
    const smooth = gaussianBlur(image, { deviation: 2.3 });
    expect(applyOp(spec, smooth, { quality }).data).toEqual(data);
  },
);

test('draws whole qualities', () => {
  const qualities = drawnNumbers({ ...spec, quality: [50, 52] }).map(({ quality }) => quality);
  expect(new Set(qualities)).toEqual(new Set([50, 51, 52]));
});

test('keeps the contract of ops', () => {
  expect(contractViolations(jpegCompression, spec, numbered(3, 4))).toEqual([]);
});

test.each([
  [[90, 50], 'must not exceed'],
  [[0, 50], 'quality'],
  [[50.5, 60], 'quality'],
])('refuses the quality %j', (quality, reason) => {
  expect(() => setUpOps([{ ...spec, quality }])).toThrow(reason);
});
