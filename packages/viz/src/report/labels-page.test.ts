import { expect, test } from 'vitest';
import { PNG, textOf } from '../../test/report.ts';
import { labelsPage } from './labels-page.ts';

const row = {
  path: 'Maize/<b>.png',
  label: 'Maize',
  selfConfidence: 0.013,
  suggested: 'Sugar & beet',
  probability: 0.941,
  image: PNG,
};
const data = {
  title: 'photos',
  images: 1200,
  base: 'vgg16',
  agreement: 0.874,
  estimated: 31,
  suspects: 2,
  shown: [row],
};

test('shows each image with its label and the suggested class', () => {
  const page = labelsPage(data);
  const text = textOf(page);
  expect(text).toContain('2 images of 1,200 look more like another class');
  expect(text).toContain('Labels it agrees with 87.4 %');
  expect(text).toContain('Estimated wrong labels 31');
  expect(text).toContain('The first 1, the most doubtful first.');
  expect(text).toContain('Maize 1.3 %');
  expect(page).toContain('alt="Maize/&lt;b&gt;.png: in Maize, looks like Sugar &amp; beet"');
  expect(page).not.toMatch(/<b>\.png|<script|https?:/);
});

test('without suspects there is no gallery', () => {
  const text = textOf(labelsPage({ ...data, suspects: 0, shown: [] }));
  expect(text).toContain('0 images of 1,200');
  expect(text).not.toContain('The images');
});
