import { expect, test } from 'vitest';
import { textOf } from '../../../test/report.ts';
import { pairsPart } from './pairs-part.ts';

const pair = {
  first: 'small-cnn-1',
  second: '<i>',
  shared: 144,
  accuracies: [0.75, 0.875],
  onlyFirst: 2,
  onlySecond: 20,
  probability: 0.0000661,
} as const;

test('a row has both models, the counts and the probability', () => {
  const { markup = '' } = pairsPart([pair, { ...pair, probability: 0.25 }]) ?? {};
  expect(textOf(markup)).toContain('small-cnn-1 , &lt;i&gt; 144 75.0 %, 87.5 % 2 20 &lt; 0.001');
  expect(textOf(markup)).toContain(' 0.250 ');
});

test('models without a common image have no accuracies; a single model has no part', () => {
  const apart = {
    ...pair,
    shared: 0,
    accuracies: [NaN, NaN],
    onlyFirst: 0,
    onlySecond: 0,
  } as const;
  expect(textOf(pairsPart([apart])?.markup ?? '')).toContain(' 0 none 0 0 ');
  expect(pairsPart([])).toBeUndefined();
});
