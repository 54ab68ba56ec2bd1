import { expect, test } from 'vitest';
import { autoContrastTable } from './auto-contrast-table.ts';
import { identityTable } from './value-tables.ts';

const countsOf = (...pairs: [value: number, count: number][]) => {
  const counts = new Uint32Array(256);
  for (const [value, count] of pairs) counts[value] = count;
  return counts;
};
const at = (table: Uint8Array, ...values: number[]) => values.map((value) => table[value]);

test('the darkest value becomes 0, the brightest 255', () => {
  const table = autoContrastTable(countsOf([50, 1], [101, 1]), 0);
  expect(at(table, 0, 50, 75, 101, 255)).toEqual([0, 0, 125, 255, 255]);
});

test('the cutoff leaves pixels out at either end', () => {
  const counts = countsOf([0, 1], [50, 49], [101, 49], [255, 1]);
  expect(at(autoContrastTable(counts, 1), 50, 101)).toEqual([0, 255]);
  expect(autoContrastTable(counts, 0.9)).toEqual(identityTable());
});

test('a single value, or a cutoff of all pixels, change nothing', () => {
  expect(autoContrastTable(countsOf([50, 9]), 0)).toEqual(identityTable());
  expect(autoContrastTable(countsOf([50, 9], [60, 9]), 50)).toEqual(identityTable());
});
