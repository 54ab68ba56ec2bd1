import { expect, test } from 'vitest';
import { image } from '../../fixtures/ops.ts';
import { pixelEffects } from '../../fixtures/pixel-effects.ts';
import { contractViolations } from '../../test/contract-violations.ts';
import { drawnNumbers } from '../../test/drawn-numbers.ts';
import { numbered } from '../../test/numbered.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { boxBlur } from './box-blur.ts';

const spec = { op: 'box-blur' };

test.each(pixelEffects['box-blur'])(
  'size $size: every pixel is that of OpenCV',
  ({ data, size }) => {
    expect(applyOp(spec, image, { size })).toEqual({ ...image, data });
  },
);

test('draws odd sizes', () => {
  const sizes = drawnNumbers({ ...spec, size: [3, 9] }).map(({ size }) => size);
  expect(new Set(sizes)).toEqual(new Set([3, 5, 7, 9]));
});

test('keeps the contract of ops', () => {
  expect(contractViolations(boxBlur, spec, numbered(3, 4))).toEqual([]);
});

test.each([
  [[3, 4], 'must be odd'],
  [[7, 3], 'must not exceed'],
  [[Number.NaN, 3], 'size'],
])('refuses the size %j', (size, reason) => {
  expect(() => setUpOps([{ ...spec, size }])).toThrow(reason);
});
