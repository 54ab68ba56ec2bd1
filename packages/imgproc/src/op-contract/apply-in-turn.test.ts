import { expect, test } from 'vitest';
import { numbered, numbersOf } from '../../test/numbered.ts';
import { setUpOps } from '../../test/set-up-ops.ts';
import { parseAugmentation } from '../augmentation/parse-augmentation.ts';
import { resolvedOf } from '../op-list/checked-ops.ts';
import { readyOps } from '../op-list/ready-ops.ts';
import { applyToMaskInTurn, tableInTurn } from './apply-in-turn.ts';

const lighter = { op: 'brightness-contrast' };
const light = (brightness: number) => ({ ...lighter, numbers: { brightness, contrast: 0 } });

const flips = [{ op: 'flip-horizontal' }, { op: 'flip-vertical' }];

test('applies the ops in order, each with its own numbers', () => {
  const { apply } = setUpOps([...flips, { op: 'quarter-turn' }]);
  const result = apply(numbered(2, 2), [
    { op: 'flip-horizontal', numbers: { flip: true } },
    { op: 'flip-vertical', numbers: { flip: false } },
    { op: 'quarter-turn', numbers: { degrees: 90 } },
  ]);
  expect(numbersOf(result)).toEqual([1, 3, 2, 4]);
});

test('returns the source itself without ops, or if no op changes it', () => {
  const source = numbered(2, 2);
  expect(setUpOps([]).apply(source)).toBe(source);
  const unchanged = flips.map(({ op }) => ({ op, numbers: { flip: false } }));
  expect(setUpOps(flips).apply(source, unchanged)).toBe(source);
});

test('tables in a row are applied as one, also at the end', () => {
  const source = numbered(2, 2);
  const drawn = [
    light(0.5),
    light(-0.25),
    { op: 'flip-vertical', numbers: { flip: true } },
    light(0.1),
  ];
  const { apply } = setUpOps([lighter, lighter, { op: 'flip-vertical' }, lighter]);
  const one = (image: typeof source, each: (typeof drawn)[number]) =>
    setUpOps([{ op: each.op }]).apply(image, [each]);
  expect(apply(source, drawn)).toEqual(drawn.reduce(one, source));
});

test('tableInTurn composes ops that are tables, and only those', () => {
  const { ops } = readyOps(resolvedOf(parseAugmentation([lighter, lighter])));
  const drawn = [light(0.5), light(-0.25)];
  const table = tableInTurn({ ops, drawn });
  expect([0, 255].map((value) => table?.[value])).toEqual([63, 191]);
  const { ops: mixed } = readyOps(resolvedOf(parseAugmentation([lighter, flips[0]])));
  expect(tableInTurn({ ops: mixed, drawn })).toBeUndefined();
  expect(tableInTurn({ ops: [], drawn: [] })).toBeUndefined();
});

test('ops that do not move pixels leave a mask as it is', () => {
  const mask = { height: 1, width: 2, channels: 1, data: Uint8Array.of(1, 2) };
  const { ops } = readyOps(resolvedOf(parseAugmentation([lighter])));
  expect(applyToMaskInTurn(mask, { ops, drawn: [light(0.5)] })).toBe(mask);
});
