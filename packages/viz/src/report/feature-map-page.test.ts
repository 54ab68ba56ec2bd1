import { expect, test } from 'vitest';
import { PNG, textOf } from '../../test/report.ts';
import { featureMapPage } from './feature-map-page.ts';

const points = [
  { x: 0, y: 0, label: 0, href: '../photos/Maize/1%20a.png', title: '1 a.png, Maize' },
  { x: 1, y: 2, label: 1, href: '../photos/Oak/2.png' },
];
const picture = { path: 'Maize/<1>.png', label: 'Maize', image: PNG };
const other = { ...picture, path: 'Oak/2.png', label: 'Oak & elm' };

test('each point leads to its image, and classes have names', async () => {
  const page = await featureMapPage({
    title: 'photos',
    classes: ['Maize', 'Oak & elm'],
    umap: points,
    pca: points,
    pairs: [{ pictures: [picture, other], distance: 1.234 }],
    measure: 'the number of steps',
    medianDistance: 5.6,
    outliers: [picture],
  });
  expect(page.match(/xlink:href="\.\.\/photos\/Maize\/1%20a\.png"/g)).toHaveLength(
    4,
  ); /* two maps, each for wide and for narrow pages */
  expect(page.match(/<title>1 a\.png, Maize<\/title>/g)).toHaveLength(4);
  expect(page).toContain('Oak &amp; elm');
  const text = textOf(page);
  expect(text).toContain(
    'The distance is the number of steps. The median distance of an image to its nearest neighbour is 5.60.',
  );
  expect(text).toContain('distance 1.23 Maize Maize/ &lt;1&gt;.png Oak &amp; elm Oak/ 2.png');
  expect(page.match(/alt="Maize\/&lt;1&gt;\.png, Maize"/g)).toHaveLength(2);
  expect(page).toContain('alt="Oak/2.png, Oak &amp; elm"');
  expect(page).not.toContain('<script');
});

test('without pairs and outliers there are only the maps', async () => {
  const none = { pairs: [], outliers: [], measure: '', medianDistance: 0 };
  const page = await featureMapPage({
    title: 'photos',
    classes: ['a', 'b'],
    umap: points,
    pca: points,
    ...none,
  });
  expect(textOf(page)).not.toContain('nearest pairs');
});
