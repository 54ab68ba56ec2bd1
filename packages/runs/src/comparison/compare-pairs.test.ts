import { expect, test } from 'vitest';
import { comparePairs } from './compare-pairs.ts';

/** A run that predicts a letter for each of the images `a`, `b`, ..., whose class is `x`. */
const run = (name: string, predicted: string, first = 'a') => ({
  name,
  predictions: Array.from(predicted, (letter, at) => ({
    path: String.fromCharCode(first.charCodeAt(0) + at),
    label: 'x',
    predicted: letter,
    probability: 1,
  })),
});

test('counts the images on which only one run is right', () => {
  expect(comparePairs([run('one', 'xxyyx'), run('two', 'xyxyy')])).toEqual([
    {
      first: 'one',
      second: 'two',
      shared: 5,
      accuracies: [0.6, 0.4],
      onlyFirst: 2,
      onlySecond: 1,
      probability: 1,
    },
  ]);
});

test('only images of both runs count', () => {
  const [pair] = comparePairs([run('one', 'xyx'), run('two', 'xy', 'c')]);
  expect(pair).toMatchObject({ shared: 1, accuracies: [1, 1] });
  const [none] = comparePairs([run('one', 'x'), run('two', 'x', 'q')]);
  expect(none).toMatchObject({ shared: 0, accuracies: [NaN, NaN], probability: 1 });
});

test('each run is compared with those before it', () => {
  const runs = ['one', 'two', 'three'].map((name) => run(name, 'x'));
  const names = comparePairs(runs).map(({ first, second }) => `${first} ${second}`);
  expect(names).toEqual(['one two', 'one three', 'two three']);
});
