import { rngAt } from '@sprout/core';
import { expect, test } from 'vitest';
import { featureRows } from './feature-rows.ts';
import { findWrongLabels } from './find-wrong-labels.ts';
import { rankLabels } from './rank-labels.ts';

/** Features of three classes in six dimensions: normal distributions around three corners. */
function blobs(count: number, { wrong }: { readonly wrong: readonly number[] }) {
  const rng = rngAt(3, ['blobs']);
  const features = new Float32Array(count * 6);
  const labels = Array.from({ length: count }, (_, image) => {
    const label = image % 3;
    for (let at = 0; at < 6; at++)
      features[image * 6 + at] = rng.normal(at === label ? 7 : 0, 1) + 5;
    return wrong.includes(image) ? (label + 1) % 3 : label;
  });
  return { features, labels, classes: 3 };
}

test('wrong labels come first, with the class that is right', () => {
  const wrong = [4, 31, 77];
  const { features, ...options } = blobs(120, { wrong });
  const { ranking, estimated, agreement } = findWrongLabels(
    featureRows(features, options.labels.length),
    options,
  );
  const first = ranking.slice(0, 3);
  expect(first.map(({ image }) => image).toSorted((a, b) => a - b)).toEqual(wrong);
  expect(first.filter(({ suspect }) => suspect).length).toBeGreaterThan(1);
  for (const { image, suggested, selfConfidence, probability, margin } of first) {
    expect(suggested).toBe(image % 3);
    expect(margin).toBeCloseTo(selfConfidence - probability, 12);
  }
  expect(Math.abs(estimated - 3)).toBeLessThanOrEqual(2);
  expect(agreement).toBeGreaterThan(0.93);
});

test('more features than images give the same result as the features that they repeat', () => {
  const { features, ...options } = blobs(60, { wrong: [7] });
  const wide = new Float32Array(60 * 600); // each feature 100 times
  for (let at = 0; at < wide.length; at++)
    wide[at] = features[Math.floor(at / 600) * 6 + (at % 6)]!;
  const narrow = findWrongLabels(featureRows(features, options.labels.length), options);
  const found = findWrongLabels(featureRows(wide, 60), options);
  expect(found.ranking[0]!.image).toBe(7);
  expect(found.ranking[0]!.selfConfidence).toBeCloseTo(narrow.ranking[0]!.selfConfidence, 3);
});

test('images of a group are in one fold', () => {
  const { features, labels } = blobs(60, { wrong: [] });
  const rows = featureRows(features, 60);
  const rankingOf = (groups?: number[]) =>
    findWrongLabels(rows, { labels, classes: 3, groups }).ranking;
  expect(rankingOf(labels.map((_, image) => Math.floor(image / 2)))).not.toEqual(rankingOf());
  // all images of class 2 are in one group: their classifier is fitted without the class
  const byClass = rankingOf(labels.map((label, image) => (label === 2 ? -1 : image)));
  expect(
    byClass.filter(({ label }) => label === 2).every((each) => each.selfConfidence === 0),
  ).toBe(true);
});

test('the same seed gives the same ranking', () => {
  const { features, ...options } = blobs(60, { wrong: [7] });
  expect(findWrongLabels(featureRows(features, options.labels.length), options)).toEqual(
    findWrongLabels(featureRows(features, options.labels.length), options),
  );
});

test('a single image of a class has the probability 0 of its class', () => {
  const { features, labels } = blobs(61, { wrong: [] });
  labels[60] = 3;
  const { ranking } = findWrongLabels(featureRows(features, 61), { labels, classes: 4 });
  const alone = ranking.find(({ image }) => image === 60)!;
  expect(alone.selfConfidence).toBe(0);
  expect(ranking.every(({ margin }) => Number.isFinite(margin))).toBe(true);
});

test('features, labels and groups of different numbers of images are errors, and so is a single class or group', () => {
  const rows = featureRows(new Float32Array(2), 2);
  expect(() => findWrongLabels(rows, { labels: [0, 1, 0], classes: 2 })).toThrow(/The features/);
  expect(() => findWrongLabels(rows, { labels: [0, 0], classes: 1 })).toThrow(/classes/);
  const labels = [0, 1];
  expect(() => findWrongLabels(rows, { labels, classes: 2, groups: [0] })).toThrow(/The groups/);
  expect(() => findWrongLabels(rows, { labels, classes: 2, groups: [5, 5] })).toThrow(
    'the number of groups must be a whole number, at least 2; received 1',
  );
});

test('an image without a confident class is no suspect', () => {
  const probabilities = Float64Array.of(0.9, 0.1, 0.8, 0.2, 0.4, 0.6, 0.7, 0.3);
  const { ranking } = rankLabels({ probabilities, labels: [0, 0, 1, 1], classes: 2 });
  // the thresholds are 0.85 and 0.45: the last image, 0.7 and 0.3, has no confident class
  expect(ranking.map(({ image, suspect }) => [image, suspect])).toEqual([
    [3, false],
    [2, false],
    [1, false],
    [0, false],
  ]);
});
