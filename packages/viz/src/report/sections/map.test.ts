import { expect, test } from 'vitest';
import { textOf } from '../../../test/report.ts';
import { map } from './map.ts';

const found = {
  classes: ['Maize', '<b>'],
  points: [
    { x: 0, y: 1, label: 0 },
    { x: 2, y: 3, label: 1 },
  ],
  images: 2,
  base: 'vgg16',
};

test('draws the points with the names of the classes, and says how many are left out', async () => {
  const { markup } = (await map({ map: { ...found, images: 5000 } }))!;
  expect(markup).toContain('aria-label="UMAP: 2 images of 2 classes as points"');
  expect(markup).toContain('&lt;b&gt;');
  expect(textOf(markup)).toContain('Drawn: 2 of them.');
  expect(textOf((await map({ map: found }))!.markup)).not.toContain('Drawn');
});

test('without a map there is no section', async () => {
  expect(await map({})).toBeUndefined();
});
