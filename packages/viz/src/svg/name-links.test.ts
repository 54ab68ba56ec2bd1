import { expect, test } from 'vitest';
import { featureMap } from '../plots/feature-map.ts';
import { nameLinks } from './name-links.ts';
import { renderSvg } from './render-svg.ts';

test('the description of a linked mark is the title of its link; other marks are not changed', async () => {
  const title = 'Maize/<1> & "2".png, Maize';
  const points = [
    { x: 0, y: 0, label: 0, href: '#a', title },
    { x: 1, y: 1, label: 0 },
  ];
  const svg = await renderSvg(featureMap(points, { classes: ['Maize'] }));
  const named = nameLinks(svg);
  expect(named.match(/<a [^>]*><title>[^<]*<\/title><path/g)).toEqual([
    '<a xlink:href="#a"><title>Maize/&lt;1&gt; &amp; &quot;2&quot;.png, Maize</title><path',
  ]);
  expect(named.match(/<path/g)).toHaveLength(svg.match(/<path/g)!.length);
});
