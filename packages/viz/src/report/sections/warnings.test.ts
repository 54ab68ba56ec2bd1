import type { DuplicateGroup } from '@sprout/core';
import { expect, test } from 'vitest';
import { model, names, report } from '../../../test/report.ts';
import type { HealthSection } from '../data/report-data.ts';
import type { ModelSection } from '../data/model-section.ts';
import { warnings } from './warnings.ts';

const { bestEpoch: _, ...quiet } = model('small-cnn', names(2));
const about = (health: HealthSection, models: readonly ModelSection[] = [quiet]) =>
  warnings(report(names(2), { models, health }));

const group = (change: Partial<DuplicateGroup>): DuplicateGroup => ({
  kind: 'same-file',
  ids: ['a', 'b'],
  classes: ['a'],
  acrossSplit: false,
  ...change,
});

test('there are none for clean data and a model of the last epoch', () => {
  const giveaway = { feature: 'x', accuracy: 1, chance: 0.5, suspicious: false, classes: [] };
  expect(about({ duplicates: [group({})], giveaways: [giveaway], findings: [] })).toEqual([]);
  expect(about({}, [])).toEqual([]);
});

test('a file that was changed is the first warning', () => {
  const data = report(names(2), { models: [model('small-cnn', names(2))] });
  expect(warnings({ ...data, changedFiles: ['run/metrics.csv'] })[0]).toBe(
    'run/metrics.csv was changed since it was written: its values may not be those of the run.',
  );
});

test('leaks and conflicts are counted, exact and near duplicates separately', () => {
  const sentences = about({
    duplicates: [
      group({ acrossSplit: true }),
      group({ acrossSplit: true, kind: 'same-pixels' }),
      group({ acrossSplit: true, kind: 'near' }),
      group({ classes: ['a', 'b'] }),
      group({ classes: ['a', 'b'], kind: 'near' }),
    ],
  });
  expect(sentences.map((sentence) => sentence.split(':')[0])).toEqual([
    '2 groups of equal pictures on both sides of the split',
    '1 group of nearly equal pictures on both sides of the split',
    '1 group of equal pictures in different classes',
    '1 group of nearly equal pictures in different classes',
  ]);
});

test('a strong imbalance is a warning, a slight one is not', () => {
  const finding = { kind: 'imbalance', sentence: '', classes: [], files: [] } as const;
  expect(about({ findings: [{ ...finding, severity: 'note' }] })).toEqual([]);
  expect(about({ findings: [{ ...finding, severity: 'warning' }] })).toHaveLength(1);
});

test('a best epoch, chosen on the validation images, is a warning', () => {
  expect(about({}, [{ ...quiet, bestEpoch: 1 }])[0]).toContain('The epoch to keep was chosen');
  const [first] = quiet.metrics;
  expect(about({}, [{ ...quiet, bestEpoch: 1, metrics: [first!] }])).toEqual([]); // the only one
});
