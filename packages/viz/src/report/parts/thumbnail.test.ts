import { expect, test } from 'vitest';
import { PNG } from '../../../test/report.ts';
import { thumbnail } from './thumbnail.ts';

test('a picture is part of the page', () => {
  const { markup } = thumbnail(PNG, 'Maize "1"');
  expect(markup).toMatch(/^<img class="picture" src="data:image\/png;base64,[^"]+"/);
  expect(markup).toContain('alt="Maize &quot;1&quot;"');
});

test.each([[undefined], [new TextEncoder().encode('<svg/>')]])(
  'without a picture of a known format there is an empty frame with the same text',
  (image) => {
    const { markup } = thumbnail(image, 'Maize');
    expect(markup).toContain('class="picture missing" role="img" aria-label="Maize"');
    expect(markup).not.toContain('<img');
  },
);
