import { expect, test } from 'vitest';
import { channelTables } from './channel-tables.ts';

test('has a table for each number, within bytes and rounded towards zero', () => {
  const tables = channelTables([1.5, -1, 300], (value, number) => value * number);
  expect(tables).toHaveLength(3 * 256);
  expect([1, 255, 256 + 7, 512, 513].map((at) => tables[at])).toEqual([1, 255, 0, 0, 255]);
});
