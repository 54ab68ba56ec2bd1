import { expect, test } from 'vitest';
import { contractViolations } from '../../test/contract-violations.ts';
import { drawnRange } from '../../test/drawn-numbers.ts';
import { differences } from '../../test/differences.ts';
import { image } from '../../fixtures/ops.ts';
import { pixelEffects } from '../../fixtures/pixel-effects.ts';
import { numbered } from '../../test/numbered.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { snow } from './snow.ts';

const spec = { op: 'snow' };

test.each(pixelEffects.snow)(
  'threshold $threshold, factor $factor: near the pixels of albumentations, which rounds hue and saturation',
  ({ data, ...numbers }) => {
    const result = applyOp(spec, image, numbers).data;
    expect(differences(result, data).largest).toBeLessThanOrEqual(5);
    const sum = result.reduce((total, value, at) => total + Math.abs(value - data[at]!), 0);
    expect(sum / data.length).toBeLessThan(1.5);
  },
);

test('draws the threshold from its interval', () => {
  const [least, most] = drawnRange(spec, 'threshold');
  expect(least).toBeGreaterThanOrEqual(0.1);
  expect(most).toBeLessThan(0.3);
});

test('keeps the contract of ops', () => {
  expect(contractViolations(snow, spec, numbered(3, 4))).toEqual([]);
});

test.each([
  [{ threshold: [1, 0.5] }, 'must not exceed'],
  [{ factor: 0.5 }, 'factor'],
])('refuses %j', (fields, reason) => {
  expect(() => setUpOps([{ ...spec, ...fields }])).toThrow(reason);
});
