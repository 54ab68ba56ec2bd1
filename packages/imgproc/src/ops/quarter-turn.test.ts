import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { contractViolations } from '../../test/contract-violations.ts';
import { numbered, numbersOf } from '../../test/numbered.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { quarterTurn } from './quarter-turn.ts';

const spec = { op: 'quarter-turn' };

test.each([
  [0, [1, 2, 3, 4]],
  [90, [2, 4, 1, 3]],
  [180, [4, 3, 2, 1]],
  [270, [3, 1, 4, 2]],
])('turns counter-clockwise by %d degrees', (degrees, expected) => {
  expect(numbersOf(applyOp(spec, numbered(2, 2), { degrees }))).toEqual(expected);
});

test('turns any shape by 180 degrees, and refuses to turn a rectangle by 90', () => {
  const source = numbered(2, 3);
  expect(numbersOf(applyOp(spec, source, { degrees: 180 }))).toEqual([6, 5, 4, 3, 2, 1]);
  expect(() => applyOp(spec, source, { degrees: 90 })).toThrow(
    /a\.png: the op quarter-turn by 90 degrees needs a square image.*2 x 3 pixels/,
  );
});

test('turning back gives the original', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 48, maxLength: 48 }), (data) => {
      const source = { height: 4, width: 4, channels: 3, data };
      const turned = applyOp(spec, source, { degrees: 90 });
      expect(applyOp(spec, turned, { degrees: 270 })).toEqual(source);
    }),
  );
});

test('draws only the given angles, and each of them', () => {
  const { draw } = setUpOps([{ ...spec, degrees: [0, 270] }]);
  const drawn = new Set(Array.from({ length: 50 }, (_, seed) => JSON.stringify(draw(seed))));
  expect([...drawn].toSorted()).toEqual([
    '[{"op":"quarter-turn","numbers":{"degrees":0}}]',
    '[{"op":"quarter-turn","numbers":{"degrees":270}}]',
  ]);
});

test('keeps the contract of ops', () => {
  expect(contractViolations(quarterTurn, spec, numbered(3, 3))).toEqual([]);
});
