import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { contractViolations } from '../../test/contract-violations.ts';
import { numbered, numbersOf } from '../../test/numbered.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { flipVertical } from './flip-vertical.ts';

const spec = { op: 'flip-vertical' };

test('swaps top and bottom', () => {
  expect(numbersOf(applyOp(spec, numbered(3, 2), { flip: true }))).toEqual([5, 6, 3, 4, 1, 2]);
});

test('returns its source if it does not flip', () => {
  const source = numbered(2, 3);
  expect(applyOp(spec, source, { flip: false })).toBe(source);
});

test('flipping twice gives the original', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 36, maxLength: 36 }), (data) => {
      const source = { height: 3, width: 4, channels: 3, data };
      const flipped = applyOp(spec, source, { flip: true });
      expect(applyOp(spec, flipped, { flip: true })).toEqual(source);
    }),
  );
});

test('always flips with probability 1, and never with 0', () => {
  for (const probability of [0, 1]) {
    const { draw } = setUpOps([{ ...spec, probability }]);
    const flip = probability === 1;
    for (let seed = 0; seed < 50; seed++)
      expect(draw(seed)).toEqual([{ op: 'flip-vertical', numbers: { flip } }]);
  }
});

test('keeps the contract of ops', () => {
  expect(contractViolations(flipVertical, spec, numbered(2, 3))).toEqual([]);
});
