import { expect, test } from 'vitest';
import { contractViolations } from '../../test/contract-violations.ts';
import { CHI_SQUARE, chiSquare, kolmogorov, uniformOn } from '../../test/distribution.ts';
import { drawnNumbers } from '../../test/drawn-numbers.ts';
import { numbered } from '../../test/numbered.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { multiply } from './multiply.ts';

const spec = { op: 'multiply' };

test('values are rounded towards zero, and at most 255', () => {
  const source = { height: 1, width: 1, channels: 3, data: Uint8Array.of(1, 3, 200) };
  expect([...applyOp(spec, source, { factors: [0.5] }).data]).toEqual([0, 1, 100]);
  expect([...applyOp(spec, source, { factors: [2, 1, 1.5] }).data]).toEqual([2, 3, 255]);
});

test('draws factors uniformly, for some images one for each channel', () => {
  const given = { ...spec, factor: [0.8, 1.2], perChannel: 0.2 };
  const drawn = drawnNumbers<{ factors: number[] }>(given, 2000).map(({ factors }) => factors);
  expect(kolmogorov(drawn.flat(), uniformOn(0.8, 1.2))).toBeLessThan(1.95);
  const counts = drawn.map(({ length }) => length);
  const probabilities = new Map([
    [1, 0.8],
    [3, 0.2],
  ]);
  expect(chiSquare(counts, probabilities)).toBeLessThan(CHI_SQUARE[1]);
});

test.each([
  ['factor', [1.2, 0.8]],
  ['factor', [-1, 1]],
  ['perChannel', Number.NaN],
])('the field %s may not be %j', (field, value) => {
  expect(() => setUpOps([{ ...spec, [field]: value }])).toThrow(field);
});

test('keeps the contract of ops', () => {
  const given = { ...spec, perChannel: 0.5 };
  expect(contractViolations(multiply, given, numbered(3, 4))).toEqual([]);
});
