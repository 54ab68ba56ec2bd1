import { expect, test } from 'vitest';
import { html } from './parts/html.ts';
import { page, pageContent } from './page.ts';

const body = html`<p>text</p>`;

test('a page states what it is about, if that is given', () => {
  expect(pageContent(page('Title', body, { content: 'comparison 12ab' }))).toBe('comparison 12ab');
  expect(pageContent(page('Title', body))).toBeUndefined();
  expect(pageContent('<p>comparison 12ab</p>')).toBeUndefined();
});

test('text of the body is not taken for it', () => {
  const text = '<meta name="sprout-content" content="comparison" />';
  expect(pageContent(page(text, html`<p>${text}</p>`))).toBeUndefined();
});
