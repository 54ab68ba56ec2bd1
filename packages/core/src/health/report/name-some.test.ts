import { expect, test } from 'vitest';
import { nameSome } from './name-some.ts';

test('names up to three, and counts the rest', () => {
  expect(nameSome(['a'])).toBe('a');
  expect(nameSome(['a', 'b', 'c'])).toBe('a, b, c');
  expect(nameSome(['a', 'b', 'c', 'd', 'e'])).toBe('a, b, c and 2 more');
  expect(nameSome(['a', 'b'], ' = ')).toBe('a = b');
});

test('shows characters that would be invisible', () => {
  expect(nameSome(['a\u202eb'])).toBe('a\\u{202e}b');
});
