import { expect, test } from 'vitest';
import { equalizeTable } from './equalize-table.ts';

const counts = (entries: Readonly<Record<number, number>>) =>
  Uint32Array.from({ length: 256 }, (_, value) => entries[value] ?? 0);

test('values are spread by the number of pixels below them', () => {
  const table = equalizeTable(counts({ 10: 255, 20: 255, 30: 255 }));
  expect([table[10], table[20], table[30]]).toEqual([0, 128, 255]);
});

test('an image of one value stays as it is', () => {
  expect(equalizeTable(counts({ 7: 9 }))[7]).toBe(7);
});
