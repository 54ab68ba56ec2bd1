import { expect, test } from 'vitest';
import { evaluation, names, textOf } from '../../test/report.ts';
import { comparedEvaluationsPage } from './compared-evaluations-page.ts';

const known = { training: 0, validation: 0 };
const models = [
  { name: 'small', evaluation: evaluation(names(2)), seen: known, href: './small/report.html' },
  {
    name: 'large <1>',
    evaluation: { ...evaluation(names(3)), accuracy: 0.875, samples: 24 },
    href: './large%201/report.html',
  },
];
const pair = {
  first: 'small',
  second: 'large <1>',
  shared: 24,
  accuracies: [0.75, 0.875],
  onlyFirst: 1,
  onlySecond: 4,
  probability: 0.375,
} as const;
const written = () => comparedEvaluationsPage({ folder: 'second', models, pairs: [pair] });

test('the best model is first, with the p value and the accuracy of guessing among its classes', async () => {
  const text = textOf(await written());
  expect(text).toContain('small and large &lt;1&gt; on second');
  expect(text).toMatch(
    /large &lt;1&gt; recognises 87\.5 % of 24 images; small recognises 75\.0 % of 24 images\. On the 24 images .* may be chance \(p = 0\.375\)/,
  );
  expect(text).toContain('guessing: 33.3 %');
  expect(text).toContain('guessing: 50.0 %');
  expect(text).not.toContain('validation');
});

test('the models are in one table with their pages, and the recall of each class', async () => {
  const html = await written();
  expect(html).toContain('<a href="./large%201/report.html"><bdi>large &lt;1&gt;</bdi></a>');
  expect(html).not.toMatch(/<script|https?:/);
  const text = textOf(html);
  expect(text).toContain('small 75.0 % 0.800 24 0 large &lt;1&gt; 87.5 % 0.800 24 not known');
  expect(text).toContain('class 1 80.0 % 80.0 % class 2 – 80.0 %');
  expect(text).toContain(
    'large &lt;1&gt;: It is not known whether the model was trained on some of these images',
  );
});
