import { expect, test } from 'vitest';
import { textOf } from '../../../test/report.ts';
import { robustnessPart } from './robustness-part.ts';

const robustness = {
  folder: '<photos>',
  samples: 1200,
  accuracy: 0.9,
  mean: 0.6,
  corruptions: [
    { name: 'fog', mean: 0.7, accuracies: [0.8, 0.6] },
    { name: 'contrast', mean: 0.5, accuracies: [0.6, 0.4] },
  ],
};

test('tells the accuracies and the worst corruption, with a plot and a table', async () => {
  const { markup } = (await robustnessPart(robustness, 'm'))!;
  const text = textOf(markup);
  expect(text).toContain('Of the 1,200 images in &lt;photos&gt; it recognises 90.0 % as they are');
  expect(text).toContain('The accuracy is lowest under contrast: 50.0 % on average.');
  expect(text).toContain('some work differently or have other numbers');
  expect(text).toContain('fog 70.0 % 80.0 % 60.0 %');
  expect(markup).toContain('<svg');
});

test('without a measurement there is no part', async () => {
  expect(await robustnessPart(undefined, 'm')).toBeUndefined();
});
