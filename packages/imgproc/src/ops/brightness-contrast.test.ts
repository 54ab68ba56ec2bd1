import { expect, test } from 'vitest';
import { albumentations } from '../../fixtures/albumentations.ts';
import { image } from '../../fixtures/ops.ts';
import { contractViolations } from '../../test/contract-violations.ts';
import { numbered } from '../../test/numbered.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { brightnessContrast } from './brightness-contrast.ts';

const spec = { op: 'brightness-contrast' };

test.each(albumentations['brightness-contrast'])(
  'brightness $brightness, contrast $contrast: every pixel is that of albumentations',
  ({ data, ...numbers }) => {
    expect(applyOp(spec, image, numbers)).toEqual({ ...image, data });
  },
);

test('draws both numbers from their intervals', () => {
  const { draw } = setUpOps([{ ...spec, brightness: [0, 0.1], contrast: [-0.5, -0.4] }]);
  for (let seed = 0; seed < 100; seed++) {
    const numbers = draw(seed)[0]?.numbers as { brightness: number; contrast: number }; // as it draws them
    expect(Math.abs(numbers.brightness - 0.05)).toBeLessThanOrEqual(0.05);
    expect(Math.abs(numbers.contrast + 0.45)).toBeLessThanOrEqual(0.05);
  }
});

test('keeps the contract of ops', () => {
  expect(contractViolations(brightnessContrast, spec, numbered(3, 4))).toEqual([]);
});
