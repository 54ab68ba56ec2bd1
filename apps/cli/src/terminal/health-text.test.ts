import type { HealthReport } from '@sprout/core';
import { expect, test } from 'vitest';
import { healthText } from './health-text.ts';

const health: HealthReport = {
  images: 12,
  classes: [
    { name: 'elm', images: 8, bad: 1 },
    { name: 'oak', images: 4, bad: 0 },
  ],
  formats: [{ format: 'png', images: 12 }],
  bad: [],
  wrongExtensions: [],
  duplicates: [],
  imbalance: { effectiveClasses: 1.9, ratio: 2 },
  giveaways: [{ feature: 'image size', accuracy: 0.9, chance: 0.5, suspicious: true, classes: [] }],
  findings: [],
};

test('counts, formats, imbalance and giveaways are lines, and no findings are a line', () => {
  expect(healthText(health).split('\n')).toEqual([
    '12 images in 2 classes',
    '  elm         8  (1 bad)',
    '  oak         4',
    'formats: png 12',
    'the largest class is 2.0 times the smallest',
    'how well something other than the subject predicts the class',
    '  image size      90 % right,  50 % by chance   <- gives classes away',
    expect.stringMatching(
      /^  \(it gives classes away if its accuracy, less three standard errors, is more than a quarter/,
    ) as string,
    'nothing is wrong',
  ]);
});

test('the verdict is last, and left out if a label is doubtful', () => {
  const lines = ['labels: ...'];
  expect(healthText(health, { lines, labels: { suspects: [] } })).toMatch(
    /labels: \.\.\.\nnothing is wrong$/,
  );
  expect(healthText(health, { lines, labels: { suspects: [1] } })).toMatch(/labels: \.\.\.$/);
});

test('each file that cannot be used has its reason', () => {
  const bad = [
    { id: 'elm/1.png', label: 0, reason: 'Cannot decode elm/1.png: the PNG data is damaged' },
    { id: 'elm/2.png', label: 0, reason: 'Cannot decode elm/2.png: the file is empty' },
  ];
  expect(
    healthText({ ...health, bad })
      .split('\n')
      .slice(-5, -1),
  ).toEqual([
    'files that cannot be used',
    '  Cannot decode elm/1.png: the PNG data is damaged',
    '  Cannot decode elm/2.png: the file is empty',
    '  (sprout train leaves them out with --on-bad skip)',
  ]);
});

test('findings have their severity, sizes have their median', () => {
  const spread = { least: 1, median: 2, most: 3 };
  const text = healthText({
    ...health,
    sizes: { height: spread, width: spread, bytes: spread },
    findings: [
      { severity: 'problem', kind: 'split-leak', sentence: 'it leaks', classes: [], files: [] },
    ],
  });
  expect(text).toContain('sizes: height 1 to 3, median 2; width 1 to 3, median 2');
  expect(text.split('\n').slice(-2)).toEqual(['findings', '  problem: it leaks']);
});
