import type { TopLevelSpec } from 'vega-lite';
import { expect, test } from 'vitest';
import { renderSvg } from './render-svg.ts';
import { colours } from './theme.ts';

const spec: TopLevelSpec = {
  data: { values: [{ a: 1, b: 2 }] },
  mark: { type: 'point', clip: true },
  encoding: { x: { field: 'a', type: 'quantitative' }, y: { field: 'b', type: 'quantitative' } },
};

test('the same spec gives the same bytes, also when several are drawn at a time', async () => {
  const first = await renderSvg(spec);
  const [second, third] = await Promise.all([renderSvg(spec), renderSvg(spec)]);
  expect(first).toContain('clip-path');
  expect(second).toBe(first);
  expect(third).toBe(first);
});

test('plots have the theme, and settings of a spec take precedence', async () => {
  expect(await renderSvg(spec)).toContain(`fill="${colours.paper}"`);
  expect(await renderSvg({ ...spec, background: '#123456' })).toContain('fill="#123456"');
});
