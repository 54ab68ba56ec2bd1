import { expect, test } from 'vitest';
import { autoContrastTable } from './auto-contrast-table.ts';

const counts = (entries: Readonly<Record<number, number>>) =>
  Uint32Array.from({ length: 256 }, (_, value) => entries[value] ?? 0);

test('the darkest value becomes 0 and the brightest 255', () => {
  const table = autoContrastTable(counts({ 10: 1, 15: 1, 20: 1 }), 0);
  expect([table[5], table[10], table[15], table[20], table[30]]).toEqual([0, 0, 127, 255, 255]);
});

test('a percentage of the pixels is left out at either end', () => {
  const table = autoContrastTable(counts({ 0: 1, 10: 4, 20: 4, 255: 1 }), 10);
  expect([table[10], table[20]]).toEqual([0, 255]);
});

test('an image of one value stays as it is', () => {
  expect(autoContrastTable(counts({ 7: 9 }), 0)[7]).toBe(7);
});
