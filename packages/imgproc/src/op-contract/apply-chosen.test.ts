import { expect, test } from 'vitest';
import { numbered, numbersOf } from '../../test/numbered.ts';
import { opencv } from '../../test/set-up-ops.ts';
import { parseAugmentation } from '../augmentation/parse-augmentation.ts';
import { resolvedOf } from '../op-list/checked-ops.ts';
import { readyOps } from '../op-list/ready-ops.ts';
import { applyChosen, type Chosen } from './apply-chosen.ts';

const tools = { file: 'a.png', opencv };
const lighter = { op: 'brightness-contrast' };
const light = (brightness: number) => ({ ...lighter, numbers: { brightness, contrast: 0 } });
const flip = { op: 'flip-horizontal', numbers: { flip: true } };
const { ops } = readyOps(
  resolvedOf(parseAugmentation([lighter, { op: 'flip-horizontal' }, { op: 'quarter-turn' }])),
);
const chooses = applyChosen(ops, (chosen: Chosen) => chosen);

test('applies the ops at the positions, in their order, each with its numbers', () => {
  const turn = { op: 'quarter-turn', numbers: { degrees: 90 } };
  const forth = chooses.apply(numbered(2, 2), { positions: [1, 2], drawn: [flip, turn] }, tools);
  const back = chooses.apply(numbered(2, 2), { positions: [2, 1], drawn: [turn, flip] }, tools);
  expect(numbersOf(forth)).toEqual([1, 3, 2, 4]);
  expect(numbersOf(back)).toEqual([4, 2, 3, 1]);
});

test('is a table if all the chosen ops are', () => {
  const table = chooses.table?.({ positions: [0, 0], drawn: [light(0.5), light(-0.25)] });
  expect([0, 255].map((value) => table?.[value])).toEqual([63, 191]);
  expect(chooses.table?.({ positions: [0, 1], drawn: [light(0.5), flip] })).toBeUndefined();
  expect(chooses.table?.({ positions: [], drawn: [] })).toBeUndefined();
});

test('returns its source where no op is chosen', () => {
  const source = numbered(2, 2);
  expect(chooses.apply(source, { positions: [], drawn: [] }, tools)).toBe(source);
  expect(chooses.applyToMask?.(source, { positions: [], drawn: [] })).toBe(source);
});

test('a position outside the list is an error', () => {
  const numbers = { positions: [3], drawn: [flip] };
  expect(() => chooses.apply(numbered(2, 2), numbers, tools)).toThrow(
    'op 3 was drawn from a list of 3',
  );
});
