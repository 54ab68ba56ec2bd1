import { expect, test } from 'vitest';
import { orderOf } from '../../test/order-of.ts';
import { renderSvg } from '../svg/render-svg.ts';
import { classBars } from './class-bars.ts';

test('classes are sorted by F1 and have their number of images', async () => {
  const svg = await renderSvg(
    classBars([
      { name: 'Maize', precision: 0.5, recall: 0.25, f1: 0.333, support: 12 },
      { name: 'Cleavers', precision: 1, recall: 1, f1: 1, support: 9 },
    ]),
  );
  expect(orderOf(svg, ['Maize (12)', 'Cleavers (9)'])).toEqual(['Cleavers (9)', 'Maize (12)']);
  for (const label of ['1.00', '0.33', 'F1', 'precision', 'recall'])
    expect(svg).toContain(`>${label}<`);
});

test('a class without F1 comes last, with a dash and without the points that are not defined', async () => {
  const absent = { name: 'Sugar beet', precision: NaN, recall: NaN, f1: NaN, support: 0 };
  const none = { name: 'Maize', precision: 0, recall: 0, f1: 0, support: 12 };
  const svg = await renderSvg(classBars([absent, none]));
  expect(orderOf(svg, ['Maize (12)', 'Sugar beet (0)'])).toEqual(['Maize (12)', 'Sugar beet (0)']);
  for (const label of ['–', '0.00']) expect(svg).toContain(`>${label}<`);
  expect(svg).not.toContain('NaN');
  const [points = ''] = svg.match(/layer_1_marks.*?<\/g>/s) ?? [];
  expect(points.match(/<path/g)).toHaveLength(2); // precision and recall of Maize
});
