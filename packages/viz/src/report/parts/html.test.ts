import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { html, trusted } from './html.ts';

test('escapes values between tags and inside attributes', () => {
  const name = `"><img src=x onerror='alert(1)'>`;
  expect(html`<p title="${name}">${name}</p>`.markup).toBe(
    '<p title="&quot;&gt;&lt;img src=x onerror=&#39;alert(1)&#39;&gt;">&quot;&gt;&lt;img src=x onerror=&#39;alert(1)&#39;&gt;</p>',
  );
});

test('nests parts and lists of them, and leaves out what is undefined', () => {
  const items = ['a', '<b>'].map((item) => html`<li>${item}</li>`);
  const list = html`<ul>
    ${items}${undefined}
  </ul>`;
  expect(list.markup.replace(/\s/g, '')).toBe('<ul><li>a</li><li>&lt;b&gt;</li></ul>');
  expect(html`${3}${trusted('<hr />')}`.markup).toBe('3<hr />');
});

const CHARACTERS = ['<', '>', '"', "'", '&', ';', '#', 'a', '\n', '\u202e', '👩', '\ud83d'];

test('no text can open a tag or leave an attribute', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...CHARACTERS) }), (text) => {
      expect(html`${text}`.markup).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
    }),
  );
});
