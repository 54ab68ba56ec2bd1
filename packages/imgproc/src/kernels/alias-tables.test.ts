import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawFrom, emptyAliasTables, fillAliasTable } from './alias-tables.ts';

/** The exact probability of each value of a table. */
function sharesOf(probabilities: readonly number[], bits: number): number[] {
  const tables = emptyAliasTables(2, bits);
  fillAliasTable(tables, 1, { probabilities, valueAt: (index) => index });
  const whole = 2 ** (32 - bits);
  const shares = Array.from({ length: 1 << bits }, () => 0);
  for (let cell = 1 << bits; cell < 2 << bits; cell++) {
    const first = tables.thresholds[cell]! / whole;
    shares[tables.values[2 * cell]!]! += first / 2 ** bits;
    if (first < 1) shares[tables.values[2 * cell + 1]!]! += (1 - first) / 2 ** bits;
  }
  return shares;
}

test('each value has its probability to 2 ** -32 of a cell', () => {
  const list = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(list, (weights) => {
      const sum = weights.reduce((total, weight) => total + weight, 0);
      fc.pre(sum > 0.01);
      const probabilities = weights.map((weight) => weight / sum);
      const shares = sharesOf(probabilities, 3);
      for (const [index, share] of shares.entries())
        expect(Math.abs(share - (probabilities[index] ?? 0))).toBeLessThan(1e-8);
    }),
  );
});

test('a word draws the value of its cell', () => {
  const tables = emptyAliasTables(1, 1);
  fillAliasTable(tables, 0, { probabilities: [0.25, 0.75], valueAt: (index) => 10 + index });
  const drawn = [0, 2 ** 30 - 1, 2 ** 30, 2 ** 31, 2 ** 32 - 1].map((word) =>
    drawFrom(tables, 0, word),
  );
  expect(drawn).toEqual([10, 10, 11, 11, 11]);
});
