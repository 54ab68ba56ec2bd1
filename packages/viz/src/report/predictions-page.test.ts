import { expect, test } from 'vitest';
import { PNG, textOf } from '../../test/report.ts';
import { predictionsPage } from './predictions-page.ts';

const picture = { path: 'photos/<1>.png', href: '../photos/%3C1%3E.png', probability: 0.512 };
const classes = [
  { name: 'Oak & elm', images: 3, shown: [{ ...picture, image: PNG }] },
  { name: undefined, images: 1, shown: [{ ...picture, path: 'b.png' }] },
];

test('each class has its pictures with their probabilities, and the limit is said', () => {
  const page = predictionsPage({ model: 'small-cnn-1', classes, failed: [] });
  const text = textOf(page);
  expect(text).toContain('Predictions of small-cnn-1');
  expect(text).toMatch(/4 images in 2 classes\. The page shows 2 of them\./);
  expect(text).toContain('3 images, the 1 least probable');
  expect(text).toContain('no tags');
  expect(text).toContain('51.2 %');
  expect(page).toContain('href="../photos/%3C1%3E.png"');
  expect(page).toContain('alt="photos/&lt;1&gt;.png: Oak &amp; elm"');
  expect(page).not.toMatch(/<script|https?:|could not be used/);
});

test('the threshold is stated, whether or not images are unknown', () => {
  const unknown = { name: 'unknown', isUnknown: true, images: 2, shown: [] };
  const options = { model: 'a', threshold: 0.7, failed: [] };
  expect(textOf(predictionsPage({ ...options, classes: [...classes, unknown] }))).toContain(
    '6 images in 2 classes, 2 of them unknown, because no class has a probability of 0.7 or more.',
  );
  expect(textOf(predictionsPage({ ...options, classes }))).toContain(
    '4 images in 2 classes, each with a probability of 0.7 or more.',
  );
});

test('with ranked classes, each picture lists them with their probabilities', () => {
  const ranked = [
    { name: 'Oak & elm', probability: 0.512 },
    { name: 'Ash', probability: 0.3 },
  ];
  const shown = [{ ...picture, best: 'Oak & elm', ranked }];
  const page = predictionsPage({
    model: 'a',
    classes: [{ name: 'unknown', isUnknown: true, images: 1, shown }],
    failed: [],
  });
  const [, list = ''] = /<ol class="ranking">([\s\S]*?)<\/ol>/.exec(page) ?? [];
  const lines = [...list.matchAll(/<bdi>(.*?)<\/bdi> ([\d.]+)/g)].map(([, ...line]) => line);
  expect(lines).toEqual([
    ['Oak &amp; elm', '51.2'],
    ['Ash', '30.0'],
  ]);
  expect(page).not.toContain('class="label"');
});

test('files that cannot be used are listed, at most fifty', () => {
  const failed = Array.from({ length: 52 }, (_, at) => ({
    path: `${at}.png`,
    reason: 'it is empty',
  }));
  const text = textOf(predictionsPage({ model: 'a', classes: [], failed }));
  expect(text).toContain('52 files that could not be used');
  expect(text.match(/it is empty/g)).toHaveLength(50);
  expect(text).toContain('and 2 more');
});
