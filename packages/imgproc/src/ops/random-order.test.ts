import { expect, test } from 'vitest';
import { augmentationOps } from '../../test/all-ops.ts';
import { contractViolations } from '../../test/contract-violations.ts';
import { CHI_SQUARE, chiSquare } from '../../test/distribution.ts';
import { drawnNumbers } from '../../test/drawn-numbers.ts';
import { numbered, numbersOf } from '../../test/numbered.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { randomOrder } from './random-order.ts';

const ops = [{ op: 'flip-horizontal' }, { op: 'flip-vertical' }, { op: 'quarter-turn' }];
const spec = { op: 'random-order', ops };

test('applies all ops in the drawn order; the numbers are in the order of the list', () => {
  const drawn = [
    { op: 'flip-horizontal', numbers: { flip: true } },
    { op: 'flip-vertical', numbers: { flip: false } },
    { op: 'quarter-turn', numbers: { degrees: 90 } },
  ];
  const inOrder = (order: number[]) => numbersOf(applyOp(spec, numbered(2, 2), { order, drawn }));
  expect(inOrder([0, 1, 2])).toEqual([1, 3, 2, 4]);
  expect(inOrder([2, 0, 1])).toEqual([4, 2, 3, 1]);
});

test('each order is equally likely, and does not depend on the numbers', () => {
  const values = drawnNumbers<{ order: number[] }>(spec, 3000).map(({ order }) => order.join());
  const orders = ['0,1,2', '0,2,1', '1,0,2', '1,2,0', '2,0,1', '2,1,0'];
  const probabilities = new Map(orders.map((order) => [order, 1 / 6]));
  expect(chiSquare(values, probabilities)).toBeLessThan(CHI_SQUARE[5]);
});

const crop = (side: number) => ({ op: 'random-crop', height: side, width: side });
const trim = { op: 'trim' };

test.each([
  [[trim, trim], { height: 7, width: 9 }],
  [[crop(4), crop(4), { op: 'noise' }], { height: 4, width: 4 }],
  [[crop(4), trim, { op: 'noise' }], undefined],
])('the size after %j is %j', (list, expected) => {
  const { size } = setUpOps([{ op: 'random-order', ops: list }], augmentationOps);
  expect(size({ height: 9, width: 9 })).toEqual(expected);
});

test('an order in which the image is too small is refused', () => {
  const { size } = setUpOps([{ op: 'random-order', ops: [crop(4), crop(5)] }]);
  expect(() => size({ height: 9, width: 9 })).toThrow('cannot cut 5 x 5 pixels');
});

test('keeps the contract of ops', () => {
  expect(contractViolations(randomOrder, spec, numbered(3, 3))).toEqual([]);
});
