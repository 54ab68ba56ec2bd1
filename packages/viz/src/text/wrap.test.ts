import { expect, test } from 'vitest';
import { textWidth } from './text-width.ts';
import { wrap } from './wrap.ts';

const font = { size: 10 };
const widthOf = (text: string) => textWidth(text, font);

test('text is broken between words', () => {
  const width = widthOf('rotate degrees');
  expect(wrap('rotate degrees 12.5', { width, ...font })).toEqual(['rotate degrees', '12.5']);
  expect(wrap('rotate', { width, ...font })).toEqual(['rotate']);
  expect(wrap(' ', { width, ...font })).toEqual([]);
});

test('a word that is wider than a line is shortened', () => {
  const width = widthOf('brightness');
  const [first = '', ...others] = wrap('brightness-contrast 1', { width, ...font });
  expect(first).toMatch(/^brightn.*…$/);
  expect(widthOf(first)).toBeLessThanOrEqual(width);
  expect(others).toEqual(['1']);
});
