import { expect, test } from 'vitest';
import { image } from '../../fixtures/ops.ts';
import { pixelEffects } from '../../fixtures/pixel-effects.ts';
import { contractViolations } from '../../test/contract-violations.ts';
import { drawnRange } from '../../test/drawn-numbers.ts';
import { numbered, numbersOf } from '../../test/numbered.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { downscale } from './downscale.ts';

const spec = { op: 'downscale' };
const numbers = { scale: 0.25, down: 'cv2-nearest', up: 'cv2-nearest' };

test('a quarter and back: every pixel is that of OpenCV', () => {
  const { data } = pixelEffects.nearest[0]!;
  expect(applyOp(spec, image, numbers)).toEqual({ ...image, data });
});

test('sides are rounded, and at least one pixel', () => {
  expect(numbersOf(applyOp(spec, numbered(2, 3), { ...numbers, scale: 0.01 }))).toEqual([
    1, 1, 1, 1, 1, 1,
  ]);
});

test.each(['cv2-linear', 'pil-box', 'pil-bilinear', 'pil-bicubic', 'pil-lanczos', 'pil-hamming'])(
  'flat images stay flat with %s',
  (name) => {
    const flat = { ...image, data: new Uint8Array(image.data.length).fill(77) };
    expect(applyOp(spec, flat, { scale: 0.3, down: name, up: name })).toEqual(flat);
  },
);

test('draws the scale from its interval', () => {
  const [least, most] = drawnRange(spec, 'scale');
  expect(least).toBeGreaterThanOrEqual(0.25);
  expect(most).toBeLessThan(0.5);
});

test('keeps the contract of ops', () => {
  const linear = { ...spec, down: 'pil-box', up: 'cv2-linear' };
  expect(contractViolations(downscale, linear, numbered(3, 4))).toEqual([]);
});

test.each([
  [{ scale: [0.5, 0.1] }, 'must not exceed'],
  [{ scale: [0, 1] }, 'scale'],
  [{ up: 'cubic' }, 'up'],
])('refuses %j', (fields, reason) => {
  expect(() => setUpOps([{ ...spec, ...fields }])).toThrow(reason);
});
