import { expect, test } from 'vitest';
import { blend, blendTable } from './blend-table.ts';

const at = (table: Uint8Array, ...values: number[]) => values.map((value) => table[value]);

test.each([
  [10, 21, 0.5, 15],
  [0, 200, 2, 255],
  [200, 100, 3, 0],
])('from %d to %d by %d is %d', (from, to, factor, expected) => {
  expect(blend(from, to, factor)).toBe(expected);
});

test('a blend rounds down and is limited', () => {
  expect(at(blendTable(100, 0.5), 0, 101, 255)).toEqual([50, 100, 177]);
  expect(at(blendTable(100, 3), 60, 99, 100, 200)).toEqual([0, 97, 100, 255]);
});

test('the table has the blends of all values', () => {
  const table = blendTable(100, 1.5);
  expect(at(table, 7, 130, 220)).toEqual([7, 130, 220].map((value) => blend(100, value, 1.5)));
});
