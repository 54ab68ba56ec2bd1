import { expect, test } from 'vitest';
import { contractViolations } from '../../test/contract-violations.ts';
import { drawnRange } from '../../test/drawn-numbers.ts';
import { image } from '../../fixtures/ops.ts';
import { numbered } from '../../test/numbered.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { fog } from './fog.ts';

const spec = { op: 'fog' };
const total = (data: Uint8Array) => data.reduce((sum, value) => sum + value, 0);

test('makes the image lighter', () => {
  for (const intensity of [0.05, 0.5, 1]) {
    const numbers = { intensity, opacity: 0.08, key: [1, 2] };
    expect(total(applyOp(spec, image, numbers).data)).toBeGreaterThan(total(image.data));
  }
});

test('draws the intensity from its interval', () => {
  const [least, most] = drawnRange(spec, 'intensity');
  expect(least).toBeGreaterThanOrEqual(0.3);
  expect(most).toBeLessThan(1);
});

test('keeps the contract of ops', () => {
  expect(contractViolations(fog, spec, numbered(3, 4))).toEqual([]);
});

test.each([
  [{ intensity: [1, 0.5] }, 'must not exceed'],
  [{ opacity: Number.NaN }, 'opacity'],
])('refuses %j', (fields, reason) => {
  expect(() => setUpOps([{ ...spec, ...fields }])).toThrow(reason);
});
