import { expect, test } from 'vitest';
import { checkWhole } from './check-whole.ts';

const messageOf = (value: number, range: { least?: number; most?: number } = {}) => {
  try {
    checkWhole('epochs', value, range);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : error;
  }
};

test('accepts whole numbers in the range, its ends included', () => {
  for (const value of [1, 5, 9]) expect(messageOf(value, { least: 1, most: 9 })).toBeUndefined();
  expect(messageOf(-5)).toBeUndefined();
});

test('names the option, the rule and the value', () => {
  expect(messageOf(1.5)).toBe('epochs must be a whole number; received 1.5');
  expect(messageOf(0, { least: 1 })).toBe('epochs must be a whole number, at least 1; received 0');
  expect(messageOf(10, { least: 1, most: 9 })).toBe(
    'epochs must be a whole number from 1 to 9; received 10',
  );
});

test.each([Number.NaN, Infinity, 2 ** 53])('refuses %d', (value) => {
  expect(messageOf(value)).toContain('epochs must be a whole number');
});
