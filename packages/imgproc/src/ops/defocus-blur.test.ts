import { expect, test } from 'vitest';
import { image } from '../../fixtures/ops.ts';
import { pixelEffects } from '../../fixtures/pixel-effects.ts';
import { contractViolations } from '../../test/contract-violations.ts';
import { drawnNumbers, drawnRange } from '../../test/drawn-numbers.ts';
import { differences } from '../../test/differences.ts';
import { numbered } from '../../test/numbered.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { defocusBlur } from './defocus-blur.ts';

const spec = { op: 'defocus-blur' };

test.each(pixelEffects['defocus-blur'])(
  'radius $radius, softness $softness: the pixels of albumentations to 1',
  ({ data, ...numbers }) => {
    expect(differences(applyOp(spec, image, numbers).data, data).largest).toBeLessThanOrEqual(1);
  },
);

test('draws both numbers from their intervals', () => {
  const radii = drawnNumbers({ ...spec, radius: [2, 4] }).map(({ radius }) => radius);
  expect(new Set(radii)).toEqual(new Set([2, 3, 4]));
  const [least, most] = drawnRange(spec, 'softness');
  expect(least).toBeGreaterThanOrEqual(0.1);
  expect(most).toBeLessThan(0.5);
});

test('keeps the contract of ops', () => {
  expect(contractViolations(defocusBlur, spec, numbered(3, 4))).toEqual([]);
});

test.each([
  [{ radius: [3, 2] }, 'must not exceed'],
  [{ radius: [1.5, 2] }, 'radius'],
  [{ softness: [0, 1] }, 'softness'],
])('refuses %j', (fields, reason) => {
  expect(() => setUpOps([{ ...spec, ...fields }])).toThrow(reason);
});
