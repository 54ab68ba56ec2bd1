import { expect, test } from 'vitest';
import { classCountBars } from '../../plots/class-count-bars.ts';
import { figure } from './figure.ts';

const bars = classCountBars([{ name: 'Maize', training: 3, validation: 1 }]);

test('the SVG has unique ids and is hidden from screen readers, which read the text', async () => {
  const { markup } = await figure(bars, { id: 'one', alt: 'Maize: 3 & 1', caption: 'Images' });
  expect(markup).toContain('role="img" aria-label="Maize: 3 &amp; 1"');
  expect(markup).toMatch(/<svg viewBox="0 0 \d+[^"]*" aria-hidden="true" focusable="false"/);
  expect(markup).not.toContain('xmlns');
  for (const [, id] of markup.matchAll(/\sid="([^"]+)"/g)) expect(id).toMatch(/^one-\d+$/);
  expect(markup).toContain('<figcaption>Images</figcaption>');
});

test('it grows by a fifth and shrinks by a quarter at most', async () => {
  const { markup } = await figure(bars, { id: 'one', alt: '' });
  const [, width = ''] = /viewBox="0 0 (\d+)/.exec(markup) ?? [];
  expect(markup).toContain(`max-width:${Math.round(1.2 * Number(width))}px`);
  expect(markup).toContain(`min-width:${Math.round(0.75 * Number(width))}px`);
  expect(markup).not.toContain('<figcaption>');
});
