import { expect, test } from 'vitest';
import { PNG, textOf } from '../../test/report.ts';
import { inspectionPage } from './inspection-page.ts';

test('has the findings, the duplicates as pictures, and the classes', async () => {
  const group = { kind: 'same-file', ids: ['a/1.png', 'a/2.png'], classes: ['a'] } as const;
  const page = await inspectionPage({
    title: 'my <photos>',
    images: 12,
    classes: [
      { name: 'a', images: 8, bad: 0 },
      { name: 'b', images: 4, bad: 1 },
    ],
    health: {
      bad: [],
      duplicates: [{ ...group, acrossSplit: false }],
      pictures: new Map([['a/1.png', PNG]]),
      findings: [
        { severity: 'note', kind: 'duplicates', sentence: 'there twice', classes: [], files: [] },
      ],
    },
  });
  const text = textOf(page);
  expect(text).toContain('12 images in 2 classes');
  expect(text).toContain('there twice');
  expect(text).toMatch(/b 4 1/);
  expect(page.match(/<img class="picture"/g)).toHaveLength(1);
  expect(page).toContain('Inspection of my &lt;photos&gt;');
  expect(page).not.toMatch(/<script|https?:/);
});
