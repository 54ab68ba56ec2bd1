import { expect, test } from 'vitest';
import { renderSvg } from '../svg/render-svg.ts';
import { colours } from '../svg/theme.ts';
import { giveaways } from './giveaways.ts';

test('suspicious features have the colour of mistakes, and chance is a line', async () => {
  const features = [
    { feature: 'border colour', accuracy: 0.41, suspicious: true },
    { feature: 'image size', accuracy: 0.08, suspicious: false },
  ];
  const svg = await renderSvg(giveaways(features, { chance: 1 / 12 }));
  expect(svg.split(`fill="${colours.wrong}"`)).toHaveLength(2);
  for (const label of ['border colour', 'image size', '41%', '8%'])
    expect(svg).toContain(`>${label}<`);
  expect(svg).toContain('chance, 8.3 %');
});

test('the features are sorted by accuracy', () => {
  const features = [0.2, 0.9, 0.5].map((accuracy) => ({
    feature: `at ${accuracy}`,
    accuracy,
    suspicious: false,
  }));
  const { params } = giveaways(features, { chance: 0.5 });
  expect(params).toEqual([{ name: 'names', value: ['at 0.9', 'at 0.5', 'at 0.2'] }]);
});
