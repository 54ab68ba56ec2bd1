import { expect, test } from 'vitest';
import { checkInTurn, checkOne, checkOrder, checkSome } from './check-inner.ts';
import type { CheckDrawn } from './op.ts';

const named =
  (name: string): CheckDrawn =>
  (drawn) =>
    drawn?.op === name ? undefined : { op: name, reason: `it is ${drawn?.op}` };

const checks = [named('noise'), named('blur')];
const [noise, blur] = [{ op: 'noise' }, { op: 'blur' }];

test('drawn ops in turn must be those of the list, in its order', () => {
  const options = { op: 'sequence', field: 'drawn' };
  expect(checkInTurn(checks, [noise, blur], options)).toBeUndefined();
  expect(checkInTurn(checks, [noise, noise], options)).toEqual({
    op: 'blur',
    reason: 'it is noise',
  });
  expect(checkInTurn(checks, [noise], options)).toEqual({
    ...options,
    reason: 'it has 1 ops where the list has 2',
  });
});

test('one drawn op must be that at its position, which must exist', () => {
  const options = { op: 'one-of', field: 'chosen' };
  expect(checkOne(checks, blur, { ...options, position: 1 })).toBeUndefined();
  expect(checkOne(checks, blur, { ...options, position: 0 })).toMatchObject({ op: 'noise' });
  expect(checkOne(checks, blur, { ...options, position: 2 })).toEqual({
    ...options,
    reason: '2 is no position in a list of 2 ops',
  });
});

test('some drawn ops must be those at their positions, no position twice', () => {
  const options = { op: 'some-of', field: 'chosen' };
  expect(checkSome(checks, [blur, noise], { ...options, positions: [1, 0] })).toBeUndefined();
  expect(checkSome(checks, [blur], { ...options, positions: [0] })).toMatchObject({ op: 'noise' });
  expect(checkSome(checks, [blur], { ...options, positions: [] })).toMatchObject(options);
  expect(checkSome(checks, [blur, blur], { ...options, positions: [1, 1] })).toEqual({
    ...options,
    reason: 'it has a position twice',
  });
});

const orderFault = (order: readonly number[]) =>
  checkOrder(order, { op: 'random-order', field: 'order', count: 3 });

test('an order has each position once', () => {
  expect(orderFault([1, 0, 2])).toBeUndefined();
});

test.each([[[0, 0, 2]], [[0, 1]], [[0, 1, 3]]])('%j is no order of three ops', (order) => {
  const reason = 'it must have each position from 0 to 2 once';
  expect(orderFault(order)).toEqual({ op: 'random-order', field: 'order', reason });
});
