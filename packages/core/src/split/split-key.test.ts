import { expect, test } from 'vitest';
import { splitKey } from './split-key.ts';

test('is 16 hexadecimal digits, the same for the same seed and name', () => {
  expect(splitKey(0, 'a/1.png')).toMatch(/^[0-9a-f]{16}$/);
  expect(splitKey(0, 'a/1.png')).toBe(splitKey(0, 'a/1.png'));
});

test('differs between names and between seeds', () => {
  const keys = [splitKey(0, 'a'), splitKey(0, 'b'), splitKey(1, 'a'), splitKey(1, 'b')];
  expect(new Set(keys).size).toBe(4);
});

test('gives the recorded key', () => {
  // another key would change every random split, so that runs could no longer be repeated
  expect(splitKey(0, 'Maize/1.png')).toBe('c1a9dd2c74ab0983');
});
