import { expect, test } from 'vitest';
import { image } from '../../fixtures/ops.ts';
import { pixelEffects } from '../../fixtures/pixel-effects.ts';
import { contractViolations } from '../../test/contract-violations.ts';
import { drawnRange } from '../../test/drawn-numbers.ts';
import { numbered } from '../../test/numbered.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { gaussianBlur } from './gaussian-blur.ts';

const spec = { op: 'gaussian-blur' };

test.each(pixelEffects['gaussian-blur'])(
  'deviation $deviation: every pixel is that of OpenCV',
  ({ data, deviation }) => {
    expect(applyOp(spec, image, { deviation })).toEqual({ ...image, data });
  },
);

test('draws the deviation from its interval', () => {
  const [least, most] = drawnRange({ ...spec, deviation: [1, 3] }, 'deviation');
  expect(least).toBeGreaterThanOrEqual(1);
  expect(most).toBeLessThan(3);
  expect(most - least).toBeGreaterThan(1.8);
});

test('keeps the contract of ops', () => {
  expect(contractViolations(gaussianBlur, spec, numbered(3, 4))).toEqual([]);
});

test.each([
  [[2, 1], 'must not exceed'],
  [[Number.NaN, 1], 'deviation'],
  [[-1, 1], 'deviation'],
])('refuses the deviation %j', (deviation, reason) => {
  expect(() => setUpOps([{ ...spec, deviation }])).toThrow(reason);
});
