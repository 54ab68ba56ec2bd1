import { expect, test } from 'vitest';
import { contractViolations } from '../../test/contract-violations.ts';
import { drawnNumbers, drawnRange } from '../../test/drawn-numbers.ts';
import { numbered } from '../../test/numbered.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { gaussianNoise } from './gaussian-noise.ts';

const spec = { op: 'gaussian-noise' };
const numbers = { deviation: 0, mean: 0, perChannel: true, key: [1, 2] };

test('gives the recorded pixels', () => {
  // They may change only in a major version: finished runs are repeated with them.
  const { data } = applyOp(spec, numbered(1, 4), { ...numbers, deviation: 20 });
  expect([...data]).toMatchInlineSnapshot(`
    [
      9,
      0,
      27,
      37,
      0,
      2,
      21,
      37,
      51,
      85,
      27,
      21,
    ]
  `);
});

test('a mean without a deviation is added and limited', () => {
  expect([...applyOp(spec, numbered(1, 2), { ...numbers, mean: 230.4 }).data]).toEqual([
    240, 241, 242, 250, 251, 252,
  ]);
  expect([...applyOp(spec, numbered(1, 1), { ...numbers, mean: -11 }).data]).toEqual([0, 0, 1]);
});

test('draws all numbers from their intervals', () => {
  const [least, most] = drawnRange({ ...spec, deviation: [5, 25] }, 'deviation');
  expect(least).toBeGreaterThanOrEqual(5);
  expect(most).toBeLessThan(25);
  const shared = drawnNumbers({ ...spec, perChannel: 0.25 }).filter(
    ({ perChannel }) => perChannel === false,
  );
  expect(Math.abs(shared.length - 150)).toBeLessThan(20);
});

test('keeps the contract of ops', () => {
  expect(contractViolations(gaussianNoise, { ...spec, mean: [-9, 9] }, numbered(3, 4))).toEqual([]);
});

test.each([
  [{ deviation: [2, 1] }, 'must not exceed'],
  [{ mean: [0, Number.NaN] }, 'mean'],
  [{ perChannel: 2 }, 'perChannel'],
])('refuses %j', (fields, reason) => {
  expect(() => setUpOps([{ ...spec, ...fields }])).toThrow(reason);
});
