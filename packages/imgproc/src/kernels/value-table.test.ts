import { expect, test } from 'vitest';
import { valueTable } from './value-table.ts';

test('each value has an entry, rounded towards zero', () => {
  const table = valueTable((value) => value / 2);
  expect(table).toHaveLength(256);
  expect([0, 1, 2, 3, 254, 255].map((value) => table[value])).toEqual([0, 0, 1, 1, 127, 127]);
});
