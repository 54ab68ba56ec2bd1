import { expect, test } from 'vitest';
import { contractViolations } from '../../test/contract-violations.ts';
import { drawnRange } from '../../test/drawn-numbers.ts';
import { image } from '../../fixtures/ops.ts';
import { numbered } from '../../test/numbered.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { rain } from './rain.ts';

const spec = { op: 'rain' };
const numbers = {
  amount: 1,
  slant: 10,
  length: 0.2,
  colour: 200,
  blur: 3,
  brightness: 1,
  key: [1, 2],
};

test('adds light where drops are', () => {
  const { data } = applyOp(spec, image, numbers);
  expect(data.every((value, at) => value >= image.data[at]!)).toBe(true);
  expect(data).not.toEqual(image.data);
});

test('draws amount and slant from their intervals', () => {
  for (const [field, low, high] of [
    ['amount', 0.25, 1],
    ['slant', -20, 20],
  ] as const) {
    const [least, most] = drawnRange(spec, field);
    expect(least).toBeGreaterThanOrEqual(low);
    expect(most).toBeLessThan(high);
  }
});

test('keeps the contract of ops', () => {
  expect(contractViolations(rain, spec, numbered(3, 4))).toEqual([]);
});

test.each([
  [{ slant: [9, -9] }, 'must not exceed'],
  [{ blur: 4 }, 'must be odd'],
  [{ amount: [0, 9] }, 'amount'],
])('refuses %j', (fields, reason) => {
  expect(() => setUpOps([{ ...spec, ...fields }])).toThrow(reason);
});
