import { expect, test } from 'vitest';
import { augmentationOps } from '../../test/all-ops.ts';
import { contractViolations } from '../../test/contract-violations.ts';
import { CHI_SQUARE, chiSquare } from '../../test/distribution.ts';
import { drawnNumbers } from '../../test/drawn-numbers.ts';
import { numbered, numbersOf } from '../../test/numbered.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { someOf } from './some-of.ts';

const ops = [{ op: 'flip-horizontal' }, { op: 'flip-vertical' }, { op: 'quarter-turn' }];
const spec = { op: 'some-of', ops };
const chosenOf = (fields: object) =>
  drawnNumbers<{ chosen: number[] }>({ ...spec, ...fields }, 2400).map(({ chosen }) =>
    chosen.join(),
  );
const evenly = (values: readonly string[], share = 1 / values.length) =>
  new Map(values.map((value) => [value, share]));

test('applies the chosen ops in their order', () => {
  const turn = { op: 'quarter-turn', numbers: { degrees: 90 } };
  const flip = { op: 'flip-horizontal', numbers: { flip: true } };
  const numbers = { chosen: [2, 0], drawn: [turn, flip] };
  expect(numbersOf(applyOp(spec, numbered(2, 2), numbers))).toEqual([4, 2, 3, 1]);
});

test('in the order of the list, each choice of two is equally likely', () => {
  const values = chosenOf({ count: [2, 2] });
  expect(chiSquare(values, evenly(['0,1', '0,2', '1,2']))).toBeLessThan(CHI_SQUARE[2]);
});

test('in a random order, each choice and order is equally likely', () => {
  const values = chosenOf({ count: [2, 2], order: 'random' });
  const pairs = ['0,1', '0,2', '1,2', '1,0', '2,0', '2,1'];
  expect(chiSquare(values, evenly(pairs))).toBeLessThan(CHI_SQUARE[5]);
});

test('the number of ops is drawn uniformly, both ends included', () => {
  const values = chosenOf({ count: [0, 3] }).map((chosen) => chosen.split(',').join('').length);
  expect(chiSquare(values, new Map([0, 1, 2, 3].map((count) => [count, 0.25])))).toBeLessThan(
    CHI_SQUARE[3],
  );
});

const crop = (side: number) => ({ op: 'random-crop', height: side, width: side });

test.each([
  [
    { count: [1, 2], ops: [crop(4), crop(4)] },
    { height: 4, width: 4 },
  ],
  [{ count: [0, 2], ops: [crop(4), crop(4)] }, undefined],
  [{ count: [1, 2], ops: [crop(4), crop(5)] }, undefined],
  [{ count: [1, 2], ops: [{ op: 'trim' }, { op: 'trim' }] }, undefined],
  [
    { count: [0, 2], ops: [{ op: 'noise' }, { op: 'rotate' }] },
    { height: 9, width: 9 },
  ],
])('the size after %j is %j', (fields, expected) => {
  const { size } = setUpOps([{ op: 'some-of', ...fields }], augmentationOps);
  expect(size({ height: 9, width: 9 })).toEqual(expected);
});

test.each([
  [[2, 1], 'the first number must not exceed the second'],
  [[1, 4], 'must not exceed the number of ops'],
  [[0.5, 1], 'count'],
  [[-1, 1], 'count'],
])('the count %j is refused', (count, reason) => {
  expect(() => setUpOps([{ ...spec, count }])).toThrow(reason);
});

test('keeps the contract of ops', () => {
  const all = { ...spec, count: [0, 3], order: 'random' };
  expect(contractViolations(someOf, all, numbered(3, 3))).toEqual([]);
});
