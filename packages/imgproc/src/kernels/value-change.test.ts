import { expect, test } from 'vitest';
import { valueChange } from './value-change.ts';
import { identityTable, invertTable, posterizeTable, solarizeTable } from './value-tables.ts';

const none = { added: 0, mask: 255, inverted: 256 };
const limited = (added: number) =>
  Uint8Array.from({ length: 256 }, (_, value) => Math.min(255, Math.max(0, value + added)));

test.each([
  ['no change', identityTable(), none],
  ['a negative', invertTable(), { ...none, inverted: 0 }],
  ['a sum', limited(30), { ...none, added: 30 }],
  ['a difference', limited(-30), { ...none, added: -30 }],
  ['the largest sum', limited(255), { ...none, added: 255 }],
  ['the largest difference', limited(-255), { ...none, added: -255 }],
  ['few bits', posterizeTable(3), { ...none, mask: 224 }],
  ['large values inverted', solarizeTable(100), { ...none, inverted: 100 }],
  ['the largest value inverted', solarizeTable(255), { ...none, inverted: 255 }],
])('finds %s', (_, table, change) => {
  expect(valueChange(table)).toEqual(change);
});

test('other tables have none, whatever entry differs', () => {
  for (const table of [identityTable(), invertTable(), posterizeTable(3), solarizeTable(100)]) {
    table[77]! ^= 1;
    expect(valueChange(table)).toBeUndefined();
  }
});
