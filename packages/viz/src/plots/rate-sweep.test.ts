import { expect, test } from 'vitest';
import { renderSvg } from '../svg/render-svg.ts';
import { colours } from '../svg/theme.ts';
import { rateSweep } from './rate-sweep.ts';

const steps = [1e-5, 1e-4, 1e-3, 1e-2].map((rate, at) => ({
  rate,
  loss: [2.5, 2.4, 2, 9][at]!,
  smoothed: [2.5, 2.45, 2.3, 5.5][at]!,
}));

test('draws both curves, the suggestion and the rate of the training', async () => {
  const svg = await renderSvg(rateSweep(steps, { suggestion: 1e-4, used: 1e-3 }));
  for (const colour of [colours.pale, colours.validation, colours.wrong, colours.muted])
    expect(svg).toContain(`stroke="${colour}"`);
  expect(svg).toContain('learning rate');
});

test.each([
  [1e-4, 1e-3, ['right', 'left']],
  [1e-3, 1e-4, ['left', 'right']],
])('the labels of %d and %d are on opposite sides', (suggestion, used, sides) => {
  const { layer } = rateSweep(steps, { suggestion, used }) as unknown as {
    layer: { mark: { type: string; align?: string } }[];
  }; // the structure that `rateSweep` returns
  const texts = layer.filter(({ mark }) => mark.type === 'text');
  expect(texts.map(({ mark }) => mark.align)).toEqual(sides);
});

test('losses of a training that has diverged are left out', async () => {
  const spec = rateSweep(steps, { suggestion: 1e-4 });
  const [losses, smoothed, ...rules] = (spec as { layer: { data: { values: object[] } }[] }).layer;
  expect(losses!.data.values).toHaveLength(3); // 9 is more than twice 2.5
  expect(smoothed!.data.values).toHaveLength(3);
  expect(rules).toHaveLength(2); // the line of the suggestion and its label
});
