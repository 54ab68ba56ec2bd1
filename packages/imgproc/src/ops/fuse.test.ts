import { isSproutError } from '@sprout/core';
import { expect, test } from 'vitest';
import { image } from '../../fixtures/ops.ts';
import { differences } from '../../test/differences.ts';
import { numbered } from '../../test/numbered.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { parseAugmentation } from '../augmentation/parse-augmentation.ts';
import { resolvedOf } from '../op-list/checked-ops.ts';
import { readyOps } from '../op-list/ready-ops.ts';

const flip = { op: 'flip-horizontal' };
const turn = { op: 'quarter-turn' };
const rotate = { op: 'rotate' };
const flipped = { ...flip, numbers: { flip: true } };
const turned = { ...turn, numbers: { degrees: 90 } };
const rotated = (degrees: number) => ({ ...rotate, numbers: { degrees, border: 'nearest' } });

test('fused ops that only exchange pixels give the pixels of one op after the other', () => {
  const source = numbered(3, 3);
  const numbers = { border: 'constant', drawn: [flipped, turned, flipped] };
  const inTurn = setUpOps([flip, turn, flip]).apply(source, [flipped, turned, flipped]);
  expect(applyOp({ op: 'fuse', ops: [flip, turn, flip] }, source, numbers)).toEqual(inTurn);
});

test('one fused op is that op', () => {
  const numbers = { border: 'reflect', drawn: [rotated(21)] };
  const alone = applyOp(rotate, image, { degrees: 21, border: 'reflect' });
  expect(applyOp({ op: 'fuse', ops: [rotate] }, image, numbers)).toEqual(alone);
});

test('pixels that one op moves out of the image are moved back by another', () => {
  const there = { op: 'affine', right: [0.5, 0.5] } as const;
  const back = { op: 'affine', right: [-0.5, -0.5] } as const;
  const spec = { op: 'fuse', border: 'constant', ops: [there, back] };
  const source = numbered(2, 4);
  const { draw, apply } = setUpOps([spec]);
  expect(apply(source, draw(1))).toEqual(source);
  const inTurn = setUpOps([there, back]);
  expect(inTurn.apply(source, inTurn.draw(1))).not.toEqual(source);
});

test('two rotations are the rotation by their sum', () => {
  const numbers = { border: 'nearest', drawn: [rotated(10), rotated(20)] };
  const { data } = applyOp({ op: 'fuse', ops: [rotate, rotate] }, image, numbers);
  const sum = applyOp(rotate, image, { degrees: 30, border: 'nearest' });
  expect(differences(data, sum.data).largest).toBeLessThanOrEqual(1);
});

test.each([
  [{ op: 'brightness-contrast' }, 'brightness-contrast'],
  [{ op: 'fuse', ops: [flip] }, 'fuse'],
])('refuses %j when the list is checked', (inner, name) => {
  const refused = () => parseAugmentation([flip, { op: 'fuse', ops: [rotate, inner] }]);
  expect(refused).toThrow(
    `augmentation[1].ops[1] is not valid: ${name} cannot be fused, because it is not an affine map that keeps the size of the image`,
  );
  expect(refused).toThrow(expect.toSatisfy((error) => isSproutError(error, 'recipe-invalid')));
});

test('refuses to turn a rectangle by 90 degrees, as quarter-turn does', () => {
  const numbers = { border: 'nearest', drawn: [turned] };
  const refused = () => applyOp({ op: 'fuse', ops: [turn] }, numbered(2, 3), numbers);
  expect(refused).toThrow(/a\.png.*quarter-turn.*square image.*2 x 3 pixels/);
});

test('moves a mask with the image', () => {
  const mask = { height: 2, width: 2, channels: 1, data: Uint8Array.of(1, 2, 3, 4) };
  const { ops } = readyOps(resolvedOf(parseAugmentation([{ op: 'fuse', ops: [flip, turn] }])));
  const numbers = { border: 'constant', drawn: [flipped, turned] };
  expect([...(ops[0]?.applyToMask?.(mask, numbers).data ?? [])]).toEqual([1, 3, 2, 4]);
});

test('keeps the contract of ops', () => {
  const { op } = resolvedOf(parseAugmentation([{ op: 'fuse', ops: [flip] }]))[0]!;
  expect(op.lists).toEqual(['ops']);
  const { draw, apply } = setUpOps([{ op: 'fuse', ops: [flip, rotate] }]);
  const source = numbered(3, 4);
  const drawn = draw(3);
  expect(op.numbers?.parse(drawn[0]?.numbers)).toEqual(drawn[0]?.numbers);
  expect(apply(source, JSON.parse(JSON.stringify(drawn)))).toEqual(apply(source, drawn));
  expect(source).toEqual(numbered(3, 4));
});
