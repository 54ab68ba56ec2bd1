import { expect, test } from 'vitest';
import { blend, blendTable } from './blend-table.ts';

test.each([
  [10, 20, 0.5, 15],
  [10, 21, 0.5, 15],
  [0, 200, 2, 255],
  [200, 100, 3, 0],
])('from %d to %d by %d is %d', (from, to, factor, expected) => {
  expect(blend(from, to, factor)).toBe(expected);
});

test('the table blends every value with one', () => {
  const table = blendTable(100, 0.5);
  expect([table[0], table[100], table[255]]).toEqual([50, 100, 177]);
});
