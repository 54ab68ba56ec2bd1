import { expect, test } from 'vitest';
import { breakable } from './breakable.ts';

test('text breaks after the separators of paths, and is escaped', () => {
  expect(breakable('a/<b>_cd').markup).toBe('a/<wbr />&lt;b&gt;_<wbr />cd');
  expect(breakable('C:\\photos').markup).toBe('C:\\<wbr />photos');
});

test('text without paths is unchanged', () => {
  expect(breakable('310 images/s').markup).toBe('310 images/s');
});

test('options of commands stay whole', () => {
  const { markup } = breakable('split a--b --group-by a/bc, or --out.');
  const option = (name: string) => `<span class="whole">--${name}</span>`;
  expect(markup).toBe(`split a--b ${option('group-by')} a/<wbr />bc, or ${option('out')}.`);
});
