import { expect, test } from 'vitest';
import { makeDataset, numbered } from '../../test/make-dataset.ts';
import { classCounts, classWeights } from './class-weights.ts';

test('gives rare classes larger weights, with a mean of 1 over the samples', () => {
  const dataset = makeDataset({ a: numbered(6), b: numbered(2) });
  expect(classCounts(dataset)).toEqual([6, 2]);
  expect(classWeights(dataset)).toEqual([8 / 12, 2]);
});

test('gives a class without samples the weight 0 and does not count it', () => {
  const dataset = makeDataset({ a: numbered(3), empty: [], b: numbered(3) });
  expect(classWeights(dataset)).toEqual([1, 0, 1]);
});
