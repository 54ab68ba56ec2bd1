import { expect, test } from 'vitest';
import { renderSvg } from '../svg/render-svg.ts';
import { colours } from '../svg/theme.ts';
import { corruptionCurves } from './corruption-curves.ts';

const curves = [
  { name: 'fog', accuracies: [0.8, 0.5] },
  { name: 'jpeg', accuracies: [0.9, 0.7] },
];

test('has a panel with its name for each corruption, which starts without one', async () => {
  const spec = corruptionCurves(curves, { accuracy: 0.95 });
  const { values } = (spec as { data: { values: object[] } }).data;
  expect(values).toHaveLength(6);
  expect(values[0]).toEqual({ name: 'fog', severity: 0, value: 0.95 });
  const svg = await renderSvg(spec);
  for (const name of ['fog', 'jpeg']) expect(svg).toContain(`>${name}</text>`);
  expect(svg.match(new RegExp(`stroke="${colours.muted}"[^>]*stroke-dasharray`, 'g'))).toHaveLength(
    2,
  );
});
