import { expect, test } from 'vitest';
import { labelsText } from './labels-text.ts';

const suspect = {
  path: 'Maize/1.png',
  label: 'Maize',
  suggested: 'Charlock\u001b',
  probability: 0.934,
  selfConfidence: 0.01,
  margin: -0.924,
};
const files = {
  csv: 'labels/labels.csv',
  record: 'labels/labels.json',
  page: 'labels/labels.html',
  sheet: 'labels/labels.png',
  map: 'labels/map.html',
  plot: 'labels/map.svg',
  points: 'labels/map.csv',
};

test('the most doubtful images are listed with the suggested class', () => {
  const suspects = Array.from({ length: 22 }, () => suspect);
  const report = { images: 1200, base: 'vgg16', agreement: 0.9, estimated: 30, suspects, files };
  const lines = labelsText(report).split('\n');
  expect(lines[0]).toContain('22 of 1200 images are probably in the wrong folder (about 30');
  expect(lines[0]).toContain('90.0 % of the labels agree');
  expect(lines[1]).toBe(String.raw`  Maize/1.png: Charlock\u{1b} (93 %)`);
  expect(lines.slice(-3)).toEqual(['  and 2 more', 'labels/labels.html', 'labels/map.html']);
});

test('without files the option that writes them is named', () => {
  const report = { images: 9, base: 'vgg16', agreement: 1, estimated: 0, suspects: [suspect] };
  const lines = labelsText(report).split('\n');
  expect(lines).toHaveLength(3);
  expect(lines[0]).toContain('1 of 9 images is probably in the wrong folder');
  expect(lines[2]).toMatch(/^ {2}\(--out DIR writes all labels as a table/);
});
