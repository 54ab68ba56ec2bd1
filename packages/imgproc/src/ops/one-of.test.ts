import { expect, test } from 'vitest';
import { contractViolations } from '../../test/contract-violations.ts';
import { CHI_SQUARE, chiSquare } from '../../test/distribution.ts';
import { drawnNumbers } from '../../test/drawn-numbers.ts';
import { numbered, numbersOf } from '../../test/numbered.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { oneOf } from './one-of.ts';

const ops = [{ op: 'flip-horizontal' }, { op: 'flip-vertical' }, { op: 'quarter-turn' }];
const spec = { op: 'one-of', ops };

test('applies the chosen op alone', () => {
  const drawn = { op: 'flip-vertical', numbers: { flip: true } };
  expect(numbersOf(applyOp(spec, numbered(2, 2), { chosen: 1, drawn }))).toEqual([3, 4, 1, 2]);
});

test.each([
  [undefined, [1 / 3, 1 / 3, 1 / 3]],
  [
    [1, 2, 5],
    [0.125, 0.25, 0.625],
  ],
])('chooses by the weights %j', (weights, shares) => {
  const drawn = drawnNumbers<{ chosen: number }>({ ...spec, weights }, 2000);
  const values = drawn.map(({ chosen }) => chosen);
  expect(chiSquare(values, new Map(shares.entries()))).toBeLessThan(CHI_SQUARE[2]);
});

test('never chooses an op of weight 0', () => {
  const drawn = drawnNumbers<{ chosen: number }>({ ...spec, weights: [0, 1, 0] }, 100);
  expect(drawn.every(({ chosen }) => chosen === 1)).toBe(true);
});

test.each([
  [[1, 1], 'one weight for each op'],
  [[0, 0, 0], 'greater than 0'],
  [[1, -1, 1], 'weights'],
  [[1, Number.NaN, 1], 'weights'],
])('the weights %j are refused', (weights, reason) => {
  expect(() => setUpOps([{ ...spec, weights }])).toThrow(reason);
});

test('keeps the contract of ops', () => {
  expect(contractViolations(oneOf, spec, numbered(3, 3))).toEqual([]);
});
