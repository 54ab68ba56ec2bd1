import { expect, test } from 'vitest';
import { crossValidate } from './cross-validate.ts';

const best = (answers: readonly Float64Array[]) =>
  answers.map((answer) => answer.indexOf(Math.max(...answer)));

const labels = Array.from({ length: 40 }, (_, at) => at % 2);

test('a number that tells the classes apart predicts every row', () => {
  const rows = labels.map((label, at) => [10 * label + (at % 5)]);
  const answers = crossValidate(rows, { labels, classes: 2, groups: labels.map((_, at) => at) });
  expect(best(answers)).toEqual(labels);
});

test('a constant number leaves classes of equal size equally probable', () => {
  const rows = labels.map(() => [3]);
  const answers = crossValidate(rows, { labels, classes: 2, groups: labels.map((_, at) => at) });
  for (const [first, second] of answers) expect(first).toBeCloseTo(second!, 0);
});

test('rows of a group are not predicted from each other', () => {
  // each pair of rows has numbers like no other and a label drawn by position: seen in training, it would be known
  const pairs = Array.from({ length: 20 }, (_, pair) => ({ pair, label: pair % 2 }));
  const both = pairs.flatMap((each) => [each, each]);
  const rows = both.map(({ pair, label }) => [pair === 0 ? 100 : label]);
  const answers = crossValidate(rows, {
    labels: both.map(({ label }) => label),
    classes: 2,
    groups: both.map(({ pair }) => pair),
  });
  expect(answers[0]).toEqual(answers[1]);
  expect(best(answers)[0]).toBe(1); // the outlier is on the side of class 1
});
