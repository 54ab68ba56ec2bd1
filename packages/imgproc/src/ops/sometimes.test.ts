import { expect, test } from 'vitest';
import { contractViolations } from '../../test/contract-violations.ts';
import { CHI_SQUARE, chiSquare } from '../../test/distribution.ts';
import { drawnNumbers } from '../../test/drawn-numbers.ts';
import { augmentationOps } from '../../test/all-ops.ts';
import { numbered, numbersOf } from '../../test/numbered.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { sometimes } from './sometimes.ts';

const spec = { op: 'sometimes', ops: [{ op: 'flip-horizontal' }] };
const flip = { op: 'flip-horizontal', numbers: { flip: true } };

test('applies its ops, or returns its source', () => {
  const source = numbered(1, 3);
  expect(numbersOf(applyOp(spec, source, { drawn: [flip] }))).toEqual([3, 2, 1]);
  expect(applyOp(spec, source, { drawn: null })).toBe(source);
});

test('decides for each image with its probability', () => {
  const drawn = drawnNumbers<{ drawn: unknown }>({ ...spec, probability: 0.3 }, 2000);
  const values = drawn.map((numbers) => (numbers.drawn === null ? 'none' : 'all'));
  const probabilities = new Map([
    ['none', 0.7],
    ['all', 0.3],
  ]);
  expect(chiSquare(values, probabilities)).toBeLessThan(CHI_SQUARE[1]);
});

test.each([
  [0, { height: 9, width: 9 }],
  [0.5, undefined],
  [1, { height: 4, width: 4 }],
])('with probability %d, the size after a crop is %j', (probability, expected) => {
  const crops = { op: 'sometimes', probability, ops: [{ op: 'random-crop', height: 4, width: 4 }] };
  expect(setUpOps([crops], augmentationOps).size({ height: 9, width: 9 })).toEqual(expected);
});

test.each([2, -0.1, Number.NaN])('the probability %d is refused', (probability) => {
  expect(() => setUpOps([{ ...spec, probability }])).toThrow(/probability/);
});

test('keeps the contract of ops', () => {
  expect(contractViolations(sometimes, spec, numbered(3, 4))).toEqual([]);
});
