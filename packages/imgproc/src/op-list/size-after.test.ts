import { expect, test } from 'vitest';
import { augmentationOps } from '../../test/all-ops.ts';
import { setUpOps } from '../../test/set-up-ops.ts';

const input = { height: 10, width: 20 };
const crop = (height: number, width: number) => ({ op: 'cut', height, width });
const trim = { op: 'trim' };

test.each([
  ['nothing', [], input],
  ['ops that keep it', [{ op: 'rotate' }, { op: 'noise' }], input],
  ['an op that changes it', [trim, trim], { height: 8, width: 20 }],
  ['an op that sets it', [trim, crop(5, 6), trim], { height: 4, width: 6 }],
  ['ops in a list', [{ op: 'random-order', ops: [trim, trim] }], { height: 8, width: 20 }],
  [
    'a choice of one size',
    [{ op: 'one-of', ops: [crop(3, 3), crop(3, 3)] }],
    { height: 3, width: 3 },
  ],
  ['a choice of sizes', [{ op: 'one-of', ops: [crop(3, 3), crop(4, 4)] }], undefined],
])('after %s', (_, specs, expected) => {
  expect(setUpOps(specs, augmentationOps).size(input)).toEqual(expected);
});

test('stays unknown until an op sets it', () => {
  expect(setUpOps([trim], augmentationOps).size(undefined)).toBeUndefined();
  expect(setUpOps([trim, crop(3, 4)], augmentationOps).size(undefined)).toEqual({
    height: 3,
    width: 4,
  });
});
