import { expect, test } from 'vitest';
import { visibleText } from './visible-text.ts';

test('ordinary names stay as they are, with accents, emoji and joiners', () => {
  for (const name of ['Shepherd’s Purse', 'blé', '小麦', 'עשב', '👩‍🌾 field']) {
    expect(visibleText(name)).toBe(name);
  }
});

test('characters that are invisible, reorder text or break XML are written as escapes', () => {
  expect(visibleText('a\u202Egnp.exe')).toBe('a\\u{202e}gnp.exe');
  expect(visibleText('line\nbreak\0')).toBe('line\\u{a}break\\u{0}');
  expect(visibleText('half \ud83d pair')).toBe('half \\u{d83d} pair');
  expect(visibleText('\ufeffstart\u2066')).toBe('\\u{feff}start\\u{2066}');
});
