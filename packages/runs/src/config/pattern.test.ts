import { expect, test } from 'vitest';
import { pattern } from './pattern.ts';

test('a text is read as a regular expression of Unicode characters', () => {
  expect(pattern('^(.)-')!.exec('🌱-1')![1]).toBe('🌱');
});

test.each(['(', '[', '*', '\\'])('%j is not a regular expression', (text) => {
  expect(pattern(text)).toBeUndefined();
});
