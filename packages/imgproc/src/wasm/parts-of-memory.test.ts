import { expect, test } from 'vitest';
import { addressesOf, spaceOf } from './parts-of-memory.ts';

test('parts follow one another at multiples of 16', () => {
  expect(addressesOf(32, [16, 1, 0, 17, 5])).toEqual([32, 48, 64, 64, 96]);
  expect(spaceOf([16, 1, 0, 17, 5])).toBe(80);
  expect(spaceOf([])).toBe(0);
});
