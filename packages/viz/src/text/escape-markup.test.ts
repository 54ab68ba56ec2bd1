import { expect, test } from 'vitest';
import { escapeMarkup } from './escape-markup.ts';

test('special characters of markup are escaped', () => {
  expect(escapeMarkup(`<a href="x" title='y'> & </a>`)).toBe(
    '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt; &amp; &lt;/a&gt;',
  );
});

test('invisible characters become visible, other text is not changed', () => {
  expect(escapeMarkup('a\u0000b\u202e')).toBe('a\\u{0}b\\u{202e}');
  expect(escapeMarkup('Löwenzahn 蒲公英 🌱')).toBe('Löwenzahn 蒲公英 🌱');
});
