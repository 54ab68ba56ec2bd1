import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { contractViolations } from '../../test/contract-violations.ts';
import { numbered, numbersOf } from '../../test/numbered.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { flipHorizontal } from './flip-horizontal.ts';

const spec = { op: 'flip-horizontal' };

test('swaps left and right', () => {
  expect(numbersOf(applyOp(spec, numbered(2, 3), { flip: true }))).toEqual([3, 2, 1, 6, 5, 4]);
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

test('flips with its probability', () => {
  const { draw } = setUpOps([{ ...spec, probability: 0.25 }]);
  const flips = Array.from({ length: 400 }, (_, seed) => JSON.stringify(draw(seed)));
  const count = flips.filter((drawn) => drawn.includes('"flip":true')).length;
  expect(count).toBeGreaterThan(70);
  expect(count).toBeLessThan(130);
});

test('keeps the contract of ops', () => {
  expect(contractViolations(flipHorizontal, spec, numbered(2, 3))).toEqual([]);
});
