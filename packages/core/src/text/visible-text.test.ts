import { expect, test } from 'vitest';
import { visibleText } from './visible-text.ts';

test('ordinary names stay as they are, accents, emoji and their joiners included', () => {
  for (const name of ['Shepherd’s Purse', 'blé', '小麦', 'עשב', '👩‍🌾 field']) {
    expect(visibleText(name)).toBe(name);
  }
});

test('what is invisible, reorders text or breaks XML is spelt out', () => {
  expect(visibleText('a\u202Egnp.exe')).toBe('a\\u{202e}gnp.exe');
  expect(visibleText('line\nbreak\0')).toBe('line\\u{a}break\\u{0}');
  expect(visibleText('half \ud83d pair')).toBe('half \\u{d83d} pair');
  expect(visibleText('\ufeffstart\u2066')).toBe('\\u{feff}start\\u{2066}');
});
