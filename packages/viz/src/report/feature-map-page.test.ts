import { expect, test } from 'vitest';
import { PNG, textOf } from '../../test/report.ts';
import { featureMapPage } from './feature-map-page.ts';

const points = [
  { x: 0, y: 0, label: 0, href: '../photos/Maize/1%20a.png', title: '1 a.png, Maize' },
  { x: 1, y: 2, label: 1, href: '../photos/Oak/2.png' },
];
const picture = { path: 'Maize/<1>.png', label: 'Maize', image: PNG };

test('each point leads to its image, and classes have names', async () => {
  const page = await featureMapPage({
    title: 'photos',
    classes: ['Maize', 'Oak & elm'],
    umap: points,
    pca: points,
    pairs: [[picture, picture]],
    outliers: [picture],
  });
  expect(page.match(/xlink:href="\.\.\/photos\/Maize\/1%20a\.png"/g)).toHaveLength(
    4,
  ); /* two maps, each for wide and for narrow pages */
  expect(page.match(/<title>1 a\.png, Maize<\/title>/g)).toHaveLength(4);
  expect(page).toContain('Oak &amp; elm');
  expect(textOf(page)).toContain('The nearest pairs');
  expect(page.match(/alt="Maize\/&lt;1&gt;\.png, Maize"/g)).toHaveLength(3);
  expect(page).not.toContain('<script');
});

test('without pairs and outliers there are only the maps', async () => {
  const none = { pairs: [], outliers: [] };
  const page = await featureMapPage({
    title: 'photos',
    classes: ['a', 'b'],
    umap: points,
    pca: points,
    ...none,
  });
  expect(textOf(page)).not.toContain('nearest pairs');
});
