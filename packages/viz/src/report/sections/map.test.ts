import { expect, test } from 'vitest';
import { PNG, textOf } from '../../../test/report.ts';
import { map } from './map.ts';

const found = {
  classes: ['Maize', '<b>'],
  points: [
    { path: 'Maize/1.png', x: 0, y: 1, label: 0 },
    { path: '<b>/2.png', x: 2, y: 3, label: 1, subset: 'validation' },
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

test('a point with a picture is a link to it, for the keyboard and screen readers too', async () => {
  const [first, second] = found.points;
  const points = [first!, { ...second!, image: PNG }];
  const { markup } = (await map({ map: { ...found, points } }))!;
  const link =
    '<a xlink:href="#map-picture-1"><title>&lt;b&gt;/2.png, &lt;b&gt;, validation</title>';
  expect(markup.split(link)).toHaveLength(3); // for wide and for narrow pages
  expect(markup.match(/<a xlink:href/g)).toHaveLength(2);
  expect(markup).toContain('<li id="map-picture-1" tabindex="-1">');
  expect(markup).toContain('alt="&lt;b&gt;/2.png, &lt;b&gt;"');
  expect(markup).not.toContain('aria-hidden="true" focusable="false"');
  expect(textOf(markup)).toContain(
    'The points in full colour are links to 1 picture: 1 of validation images.',
  );
});

test('if each point has a picture, none is pale', async () => {
  const points = found.points.map((point) => ({ ...point, image: PNG }));
  const { markup } = (await map({ map: { ...found, points } }))!;
  expect(textOf(markup)).toContain('Each point is a link to its picture.');
  expect(markup).not.toContain('opacity="0.3"');
});

test('without a map there is no section', async () => {
  expect(await map({})).toBeUndefined();
});
