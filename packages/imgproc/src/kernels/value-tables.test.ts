import { expect, test } from 'vitest';
import { identityTable, invertTable, posterizeTable, solarizeTable } from './value-tables.ts';

const at = (table: Uint8Array, ...values: number[]) => values.map((value) => table[value]);

test('tables of values', () => {
  expect(at(identityTable(), 0, 7, 255)).toEqual([0, 7, 255]);
  expect(at(invertTable(), 0, 7, 255)).toEqual([255, 248, 0]);
  expect(at(posterizeTable(1), 127, 128, 255)).toEqual([0, 128, 128]);
  expect(at(posterizeTable(0), 127, 128, 255)).toEqual([0, 0, 0]);
  expect(at(solarizeTable(127.5), 127, 128)).toEqual([127, 127]);
});
