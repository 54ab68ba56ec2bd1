import { expect, test } from 'vitest';
import { printable, printableJson } from './printable.ts';

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

test('JSON has escapes of JSON for control characters, and the same data', () => {
  const data = { 'a\u202egpj': 'c\u009b31m', '\\u{7}': 'Löwenzahn 🌱 \u{1fffe}' };
  const json = printableJson(JSON.stringify(data));
  expect(json).toBe(String.raw`{"a\u202egpj":"c\u009b31m","\\u{7}":"Löwenzahn 🌱 \ud83f\udffe"}`);
  expect(JSON.parse(json)).toEqual(data);
});
