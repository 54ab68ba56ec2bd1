import { expect, test } from 'vitest';
import { accuracyScale } from './accuracy-scale.ts';

const styles = (markup: string) =>
  [...markup.matchAll(/class="(range|chance|point)"\s+style="([^"]*)"/g)].map(([, name, style]) => [
    name,
    style,
  ]);

test('the point is at the accuracy, with its interval around it', () => {
  const [range, point] = styles(accuracyScale(0.5, { samples: 96 }).markup);
  expect(range).toEqual(['range', 'left:40.19%;width:19.62%']);
  expect(point).toEqual(['point', 'left:50.00%']);
});

test('an accuracy that was not measured has no width', () => {
  expect(styles(accuracyScale(0.25, {}).markup)[0]).toEqual(['range', 'left:25.00%;width:0.00%']);
});

test('chance is a tick', () => {
  const { markup } = accuracyScale(0.5, { samples: 96, chance: 1 / 12, quiet: true });
  expect(styles(markup)).toContainEqual(['chance', 'left:8.33%']);
  expect(markup).toContain('class="scale quiet-scale"');
});
