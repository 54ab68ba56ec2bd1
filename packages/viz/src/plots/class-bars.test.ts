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
