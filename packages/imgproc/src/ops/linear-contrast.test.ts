import { expect, test } from 'vitest';
import { contractViolations } from '../../test/contract-violations.ts';
import { CHI_SQUARE, chiSquare, kolmogorov, uniformOn } from '../../test/distribution.ts';
import { drawnNumbers } from '../../test/drawn-numbers.ts';
import { numbered } from '../../test/numbered.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { linearContrast } from './linear-contrast.ts';

const spec = { op: 'linear-contrast' };

test('the distance from 127 is multiplied, and rounded towards zero', () => {
  const source = { height: 1, width: 1, channels: 3, data: Uint8Array.of(126, 127, 200) };
  expect([...applyOp(spec, source, { factors: [0.5] }).data]).toEqual([126, 127, 163]);
  expect([...applyOp(spec, source, { factors: [9, 9, -1] }).data]).toEqual([118, 127, 54]);
});

test('draws factors uniformly, for some images one for each channel', () => {
  const given = { ...spec, factor: [0.75, 1.5], perChannel: 0.2 };
  const drawn = drawnNumbers<{ factors: number[] }>(given, 2000).map(({ factors }) => factors);
  expect(kolmogorov(drawn.flat(), uniformOn(0.75, 1.5))).toBeLessThan(1.95);
  const counts = drawn.map(({ length }) => length);
  const probabilities = new Map([
    [1, 0.8],
    [3, 0.2],
  ]);
  expect(chiSquare(counts, probabilities)).toBeLessThan(CHI_SQUARE[1]);
});

test.each([
  ['factor', [1.4, 0.6]],
  ['factor', [Number.NaN, 1]],
  ['perChannel', 2],
])('the field %s may not be %j', (field, value) => {
  expect(() => setUpOps([{ ...spec, [field]: value }])).toThrow(field);
});

test('keeps the contract of ops', () => {
  const given = { ...spec, perChannel: 0.5 };
  expect(contractViolations(linearContrast, given, numbered(3, 4))).toEqual([]);
});
