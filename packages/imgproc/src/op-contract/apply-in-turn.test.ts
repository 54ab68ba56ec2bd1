import { expect, test } from 'vitest';
import { numbered, numbersOf } from '../../test/numbered.ts';
import { setUpOps } from '../../test/set-up-ops.ts';

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
