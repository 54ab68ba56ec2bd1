import { expect, test } from 'vitest';
import { evaluation, model, names, report, textOf } from '../../../test/report.ts';
import type { ModelPair } from '../data/report-data.ts';
import { comparedHeadline, comparedTitle } from './compared-headline.ts';

const withAccuracy = (name: string, accuracy: number, more = {}) => ({
  ...model(name, names(2)),
  evaluation: { ...evaluation(names(2)), accuracy, ...more },
});
const models = [withAccuracy('a', 0.75), withAccuracy('b', 0.875)];
const pair = (change: Partial<ModelPair> = {}): ModelPair => ({
  first: 'a',
  second: 'b',
  shared: 24,
  accuracies: [0.75, 0.875],
  onlyFirst: 1,
  onlySecond: 4,
  probability: 0.375,
  ...change,
});
const text = (pairs: readonly ModelPair[], compared = models) =>
  textOf(comparedHeadline(report(names(2), { models: compared, pairs }))?.markup ?? '');

test('the best model is first, and the p value tells whether the difference may be chance', () => {
  expect(text([pair()])).toMatch(
    /b recognises 87\.5 % of 24 validation images; a recognises 75\.0 % .*On the 24 images that b and a both predicted, the difference may be chance \(p = 0\.375\)\./,
  );
  expect(text([pair({ probability: 0.0002 })])).toMatch(
    /is unlikely to be chance \(p &lt; 0\.001\)/,
  );
});

test('models without a common image have no p value, and a model alone has no headline', () => {
  expect(text([pair({ shared: 0 })])).toContain('have no validation image in common');
  expect(text([])).not.toContain('difference');
  expect(text([], [models[0]!])).toBe(''); // models holds two
});

test('models of tags are compared by F2', () => {
  const tagged = [withAccuracy('a', 0.9, { f2: 0.7 }), withAccuracy('b', 0.8, { f2: 0.8 })];
  expect(text([pair()], tagged)).toMatch(/b has an F2 of 0\.800 on .*; a has an F2 of 0\.700/);
});

test('the title names the models and the data set', () => {
  const three = [...models, withAccuracy('c', 0.5)];
  expect(comparedTitle({ title: 'photos', models: three })).toBe('a, b and c on photos');
});
