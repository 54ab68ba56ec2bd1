import { expect, test } from 'vitest';
import { contractViolations } from '../../test/contract-violations.ts';
import { drawnNumbers } from '../../test/drawn-numbers.ts';
import { numbered } from '../../test/numbered.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { multiplicativeNoise } from './multiplicative-noise.ts';

const spec = { op: 'multiplicative-noise' };

test('gives the recorded pixels', () => {
  // They may change only in a major version: finished runs are repeated with them.
  const numbers = { factor: [0, 2], perChannel: true, key: [1, 2] };
  expect([...applyOp(spec, numbered(1, 4), numbers).data]).toMatchInlineSnapshot(`
    [
      17,
      15,
      8,
      14,
      23,
      26,
      44,
      13,
      25,
      7,
      54,
      49,
    ]
  `);
});

test('a fixed factor multiplies, rounds and limits', () => {
  const numbers = { factor: [10, 10], perChannel: false, key: [1, 2] };
  expect([...applyOp(spec, numbered(1, 2), numbers).data]).toEqual([100, 110, 120, 200, 210, 220]);
});

test('the factors are those of the spec, and keys differ', () => {
  const drawn = drawnNumbers({ ...spec, factor: [0.5, 2] });
  expect(drawn[0]).toMatchObject({ factor: [0.5, 2], perChannel: false });
  expect(new Set(drawn.map(({ key }) => String(key))).size).toBe(200);
});

test('keeps the contract of ops', () => {
  expect(
    contractViolations(multiplicativeNoise, { ...spec, perChannel: 0.5 }, numbered(3, 4)),
  ).toEqual([]);
});

test.each([
  [{ factor: [2, 1] }, 'must not exceed'],
  [{ factor: [-1, 1] }, 'factor'],
])('refuses %j', (fields, reason) => {
  expect(() => setUpOps([{ ...spec, ...fields }])).toThrow(reason);
});
