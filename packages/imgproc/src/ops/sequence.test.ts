import { expect, test } from 'vitest';
import { contractViolations } from '../../test/contract-violations.ts';
import { drawnNumbers } from '../../test/drawn-numbers.ts';
import { numbered, numbersOf } from '../../test/numbered.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { sequence } from './sequence.ts';

const spec = { op: 'sequence', ops: [{ op: 'flip-horizontal' }, { op: 'quarter-turn' }] };

test('applies its ops in turn', () => {
  const drawn = [
    { op: 'flip-horizontal', numbers: { flip: true } },
    { op: 'quarter-turn', numbers: { degrees: 90 } },
  ];
  expect(numbersOf(applyOp(spec, numbered(2, 2), { drawn }))).toEqual([1, 3, 2, 4]);
});

test('draws the numbers of all its ops', () => {
  const all = drawnNumbers<{ drawn: readonly { op: string }[] }>(spec, 3);
  for (const { drawn } of all)
    expect(drawn.map(({ op }) => op)).toEqual(['flip-horizontal', 'quarter-turn']);
});

test('is a table if all its ops are', () => {
  const lighter = { op: 'brightness-contrast' };
  const drawn = [0.5, -0.25].map((brightness) => ({
    ...lighter,
    numbers: { brightness, contrast: 0 },
  }));
  const one = setUpOps([{ op: 'sequence', ops: [lighter, lighter] }]);
  const two = setUpOps([lighter, lighter]);
  const source = numbered(3, 4);
  expect(one.apply(source, [{ op: 'sequence', numbers: { drawn } }])).toEqual(
    two.apply(source, drawn),
  );
});

test('an empty list is refused', () => {
  expect(() => setUpOps([{ op: 'sequence', ops: [] }])).toThrow(/ops/);
});

test('keeps the contract of ops', () => {
  expect(contractViolations(sequence, spec, numbered(3, 3))).toEqual([]);
});
