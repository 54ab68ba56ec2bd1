import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { classThresholds } from './class-thresholds.ts';
import { confidentClasses } from './confident-classes.ts';
import { calibratedJoint, confidentJoint } from './confident-joint.ts';
import { rankLabels } from './rank-labels.ts';

interface Fixture {
  readonly classes: number;
  readonly labels: number[];
  readonly probabilities: number[];
  readonly thresholds: number[];
  readonly confidentJoint: number[];
  readonly calibratedJoint: number[];
  readonly offDiagonal: number[];
  readonly issues: number[];
  readonly selfConfidence: number[];
  readonly normalisedMargin: number[];
}

const file = new URL('../../fixtures/confident-learning.json', import.meta.url);
const fixture = JSON.parse(await readFile(file, 'utf8')) as Fixture; // of scripts/fixtures/confident_learning.py
const predictions = { ...fixture, probabilities: Float64Array.from(fixture.probabilities) };
const thresholds = classThresholds(predictions);
const { ranking } = rankLabels(predictions);
const confident = confidentClasses(predictions, thresholds);

/** The largest distance from the numbers of cleanlab. */
function distance(found: Float64Array, expected: readonly number[]): number {
  expect(found).toHaveLength(expected.length);
  return found.reduce((most, value, at) => Math.max(most, Math.abs(value - expected[at]!)), 0);
}

test('thresholds, confident joint and calibrated joint', () => {
  expect(distance(thresholds, fixture.thresholds)).toBeLessThan(1e-12);
  const joint = confidentJoint(predictions, confident);
  expect([...joint]).toEqual(fixture.confidentJoint);
  expect(distance(calibratedJoint(joint, predictions), fixture.calibratedJoint)).toBeLessThan(
    1e-12,
  );
});

test('the suspects are those off the diagonal, without those whose label is the most probable class', () => {
  const positions = (kept: typeof ranking) =>
    kept.map(({ image }) => image).toSorted((a, b) => a - b);
  expect(positions(ranking.filter(({ suspect }) => suspect))).toEqual(fixture.issues);
  const off = confident.map((label, at) => (label >= 0 && label !== fixture.labels[at] ? at : -1));
  expect([...off].filter((at) => at >= 0)).toEqual(fixture.offDiagonal);
});

test('self-confidence and normalised margin', () => {
  const byImage = ranking.toSorted((a, b) => a.image - b.image);
  const selfConfidence = Float64Array.from(byImage, (each) => each.selfConfidence);
  expect(distance(selfConfidence, fixture.selfConfidence)).toBeLessThan(1e-12);
  const margins = Float64Array.from(byImage, (each) => each.margin);
  expect(distance(margins, fixture.normalisedMargin)).toBeLessThan(1e-12);
});
