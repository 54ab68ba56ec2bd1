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
const other = { ...row, path: 'Maize/2.png', selfConfidence: 0.3, probability: 0.42 };
const data = {
  title: 'photos',
  images: 1200,
  base: 'vgg16',
  agreement: 0.95,
  estimated: 31,
  suspects: 2,
  shown: [row],
};

test('shows each image with its label and the suggested class', () => {
  const page = labelsPage(data);
  const text = textOf(page);
  expect(text).toContain('For 60 of 1,200 images another class is more probable');
  expect(text).toContain('2 of these 60 images are suspects: the classifier is confident');
  expect(text).toContain('Labels it agrees with 95.0 %');
  expect(text).toContain('Estimated wrong labels 31');
  expect(text).toContain('Suspects The first 1 of 2 images folder: Maize 1.3 %');
  expect(text).not.toContain('Other images');
  expect(page).toContain('alt="Maize/&lt;b&gt;.png: in Maize, looks like Sugar &amp; beet"');
  expect(page).not.toMatch(/<b>\.png|<script|https?:/);
});

test('the other images for which another class is more probable follow the suspects', () => {
  const text = textOf(
    labelsPage({ ...data, images: 3, agreement: 1 / 3, suspects: 1, others: [other] }),
  );
  expect(text).toContain('For 2 of 3 images another class is more probable');
  expect(text).toContain('1 of these 2 images is a suspect:');
  expect(text).toMatch(
    /Suspects 1 image .*Maize 1\.3 .* more probable 1 image folder: Maize 30\.0 % suggested: Sugar &amp; beet 42\.0 %/,
  );
});

test('one doubtful image is told in the singular', () => {
  const single = { ...data, images: 5, agreement: 0.8, suspects: 1 };
  expect(textOf(labelsPage(single))).toContain(
    'For 1 of 5 images another class is more probable than the class of the folder. It is a suspect: the',
  );
  const none = { ...single, suspects: 0, shown: [], others: [other] };
  expect(textOf(labelsPage(none))).toContain('It is not a suspect: ');
});

test('no colour is named: the colours differ in the dark scheme', () => {
  expect(textOf(labelsPage(data))).not.toMatch(/black|white|orange|blue/i);
});

test('without a doubtful label there is no gallery', () => {
  const text = textOf(labelsPage({ ...data, agreement: 1, suspects: 0, shown: [] }));
  expect(text).toContain(
    'For each of the 1,200 images the class of the folder is the most probable one.',
  );
  expect(text).not.toContain('suspect');
  expect(text).not.toContain('The images');
});
