import { expect, test } from 'vitest';
import { printable } from './printable.ts';

test.each([
  ['\u001b[31mred', '\\u{1b}[31mred'],
  ['a\u202egpj.exe', 'a\\u{202e}gpj.exe'],
  ['bell\u0007', 'bell\\u{7}'],
])('control characters become visible: %j', (text, shown) => {
  expect(printable(text)).toBe(shown);
});

test('letters of every script, emoji, tabs and line ends do not change', () => {
  const text = 'Shepherd’s Purse\tété 🌱\n漢字';
  expect(printable(text)).toBe(text);
});
