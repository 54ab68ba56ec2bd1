import { expect, test } from 'vitest';
import { PNG, textOf } from '../../../test/report.ts';
import type { DoubtfulLabel, LabelsSection } from '../data/labels-section.ts';
import { labels } from './labels.ts';

const doubtful: DoubtfulLabel = {
  path: 'Maize/1.png',
  label: 'Maize',
  selfConfidence: 0.04,
  suggested: 'Fat <Hen>',
  probability: 0.91,
  image: PNG,
};
const found: LabelsSection = {
  images: 1200,
  base: 'efficientnet-lite0',
  agreement: 0.95,
  estimated: 60,
  suspects: 48,
  shown: [doubtful],
};

test('tells how many labels are doubtful, and shows the first with both classes', () => {
  const { markup } = labels({ labels: found })!;
  const text = textOf(markup);
  expect(text).toContain('For 60 of 1,200 images another class is more probable');
  expect(text).toContain('48 of these 60 images are suspects');
  expect(text).toContain('The first 1 of 48 images');
  expect(text).toMatch(/folder: Maize 4\.0 %\s+suggested: Fat &lt;Hen&gt; 91\.0 %/);
  expect(markup).toContain('alt="Maize/1.png: in Maize, looks like Fat &lt;Hen&gt;"');
});

test('without a doubtful label it says so', () => {
  const text = textOf(
    labels({ labels: { ...found, agreement: 1, suspects: 0, shown: [] } })!.markup,
  );
  expect(text).toContain('For each of the 1,200 images the class of the folder');
});

test('labels that were not judged have no section', () => {
  expect(labels({})).toBeUndefined();
});
