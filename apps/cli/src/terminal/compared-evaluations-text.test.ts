import { expect, test } from 'vitest';
import { comparedEvaluationsText } from './compared-evaluations-text.ts';

const small = {
  evaluation: 'runs/small/evaluations/autumn',
  name: 'small',
  accuracy: 0.25,
  f2: undefined,
  loss: 0.5,
  samples: 4,
  seen: { training: 1, validation: 0 },
};
const large = { ...small, name: 'large', accuracy: 0.75, seen: undefined };
const pair = {
  first: 'small',
  second: 'large',
  shared: 4,
  accuracies: [0.25, 0.75],
  onlyFirst: 0,
  onlySecond: 2,
  probability: 0.5,
} as const;
const textOf = (change = {}) =>
  comparedEvaluationsText({
    evaluations: [small, { ...large, ...change }],
    pairs: [pair],
    report: 'comparison.html',
  }).split('\n');

test('evaluations are a table, a line for each two, and the page', () => {
  expect(textOf()).toEqual([
    'model  accuracy  loss   images  seen in training',
    'small    25.0 %  0.500       4                 1',
    'large    75.0 %  0.500       4  not known',
    'of 4 images only small is right on 0, only large on 2: p = 0.500 (McNemar)',
    'comparison.html',
  ]);
});

test('a model of tags has its F2', () => {
  expect(textOf({ f2: 0.8127 })[2]).toMatch(/^large {2}0\.813 F2/);
});
