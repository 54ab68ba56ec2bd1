import { expect, test } from 'vitest';
import { html } from './html.ts';
import { scrolling } from './scrolling.ts';

test('the content can be reached by the keyboard and has a name', () => {
  const { markup } = scrolling(html`<b>wide</b>`, { name: 'a "table"', use: 'scroll' });
  expect(markup).toContain('role="region" aria-label="a &quot;table&quot;" tabindex="0"');
  expect(markup).toMatch(/^<div class="scroll".*<b>wide<\/b><\/div>$/s);
});
