import { expect, test } from 'vitest';
import { crossValidate } from './cross-validate.ts';

const best = (predictions: readonly Float64Array[]) =>
  predictions.map((prediction) => prediction.indexOf(Math.max(...prediction)));

const labels = Array.from({ length: 40 }, (_, at) => at % 2);

test('a number that separates the classes predicts every row', () => {
  const rows = labels.map((label, at) => [10 * label + (at % 5)]);
  const predictions = crossValidate(rows, {
    labels,
    classes: 2,
    groups: labels.map((_, at) => at),
  });
  expect(best(predictions)).toEqual(labels);
});

test('with a constant number, classes of equal size are equally probable', () => {
  const rows = labels.map(() => [3]);
  const predictions = crossValidate(rows, {
    labels,
    classes: 2,
    groups: labels.map((_, at) => at),
  });
  for (const [first, second] of predictions) expect(first).toBeCloseTo(second!, 0);
});

test('rows of a group are not predicted from each other', () => {
  // both rows of pair 0 are an outlier of class 0: a classifier that had seen one of them would predict class 0
  const pairs = Array.from({ length: 20 }, (_, pair) => ({ pair, label: pair % 2 }));
  const both = pairs.flatMap((each) => [each, each]);
  const rows = both.map(({ pair, label }) => [pair === 0 ? 100 : label]);
  const predictions = crossValidate(rows, {
    labels: both.map(({ label }) => label),
    classes: 2,
    groups: both.map(({ pair }) => pair),
  });
  expect(predictions[0]).toEqual(predictions[1]);
  expect(best(predictions)[0]).toBe(1); // the outlier is on the side of class 1
});
