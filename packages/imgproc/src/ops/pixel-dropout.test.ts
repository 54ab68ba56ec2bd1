import { expect, test } from 'vitest';
import { contractViolations } from '../../test/contract-violations.ts';
import { drawnNumbers, extremes } from '../../test/drawn-numbers.ts';
import { numbered, numbersOf } from '../../test/numbered.ts';
import { wrongSizes } from '../../test/odd-images.ts';
import { applyOp } from '../../test/set-up-ops.ts';
import { parseAugmentation } from '../augmentation/parse-augmentation.ts';
import { pixelDropout } from './pixel-dropout.ts';

const spec = { op: 'pixel-dropout', colour: [0, 1, 2] };
const numbers = { probability: 0.5, key: [1, 2] };

test('replaces whole pixels and keeps the others', () => {
  const result = numbersOf(applyOp(spec, numbered(4, 5), numbers));
  const kept = result.filter((number) => number !== 0);
  expect(kept.length).toBeGreaterThan(3);
  expect(kept.length).toBeLessThan(17);
  expect(result.every((number, at) => number === 0 || number === at + 1)).toBe(true);
});

test('with each channel on its own pixels fall apart', () => {
  const each = { ...spec, eachChannel: true };
  const { data } = applyOp(each, numbered(4, 5), numbers);
  const dropped = Array.from(
    { length: 20 },
    (_, at) => [...data.subarray(3 * at, 3 * at + 3)].filter((value) => value < 3).length,
  );
  expect(dropped.some((count) => count === 1 || count === 2)).toBe(true);
});

test('the same key drops the same pixels, another key others', () => {
  const first = applyOp(spec, numbered(4, 5), numbers);
  expect(applyOp(spec, numbered(4, 5), numbers)).toEqual(first);
  expect(applyOp(spec, numbered(4, 5), { ...numbers, key: [1, 3] })).not.toEqual(first);
});

test('draws the probability from its interval', () => {
  const drawn = drawnNumbers<typeof numbers>({ ...spec, probability: [0.1, 0.3] });
  const { least, most } = extremes(drawn.map(({ probability }) => probability));
  expect(least).toBeGreaterThanOrEqual(0.1);
  expect(most).toBeLessThan(0.3);
  expect(most).toBeGreaterThan(0.29);
});

test.each([
  [{ probability: [0.2, 0.1] }, 'probability'],
  [{ probability: [0, 2] }, 'probability'],
  [{ colour: [0, 0, -1] }, 'colour'],
])('refuses %j', (fields, name) => {
  expect(() => parseAugmentation([{ ...spec, ...fields }])).toThrow(name);
});

test('keeps the contract of ops, also for the smallest images', () => {
  const many = { ...spec, probability: [0, 1] };
  expect(contractViolations(pixelDropout, many, numbered(5, 4))).toEqual([]);
  expect(wrongSizes(many)).toEqual([]);
});
