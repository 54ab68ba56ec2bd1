import { expect, test } from 'vitest';
import { equalizeTable } from './equalize-table.ts';
import { identityTable } from './value-tables.ts';

const countsOf = (...pairs: [value: number, count: number][]) => {
  const counts = new Uint32Array(256);
  for (const [value, count] of pairs) counts[value] = count;
  return counts;
};

test('two values, equally often, become black and white', () => {
  const table = equalizeTable(countsOf([10, 255], [20, 255]));
  expect([10, 11, 20].map((value) => table[value])).toEqual([0, 255, 255]);
});

test('a single value, or very few pixels, stay as they are', () => {
  expect(equalizeTable(countsOf([10, 1000]))).toEqual(identityTable());
  expect(equalizeTable(countsOf([10, 3], [20, 4]))).toEqual(identityTable());
  expect(equalizeTable(new Uint32Array(256))).toEqual(identityTable());
});
