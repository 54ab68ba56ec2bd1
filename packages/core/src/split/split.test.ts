import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { idsOf, makeDataset, numbered, ofSizes } from '../../test/make-dataset.ts';
import { splitByClass } from './split-by-class.ts';
import { splitByHash } from './split-by-hash.ts';
import { splitStratified } from './split-stratified.ts';
import { type Split, splitByKey, splitWhere } from './split.ts';

const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 });
const seed = fc.integer();

describe.each([
  ['splitByClass', (dataset, of) => splitByClass(dataset, { perClass: 1, seed: of })],
  ['splitStratified', (dataset, of) => splitStratified(dataset, { fraction: 0.2, seed: of })],
  ['splitByHash', (dataset) => splitByHash(dataset, { perClass: 1 })],
] as [string, (dataset: ReturnType<typeof ofSizes>, seed: number) => Split][])('%s', (_, split) => {
  const large = sizes.map((all) => all.map((size) => size + 1));

  test('puts every sample on one side, in the order of the data set', () => {
    fc.assert(
      fc.property(large, seed, (all, of) => {
        const dataset = ofSizes(all);
        const { training, validation } = split(dataset, of);
        const chosen = new Set(idsOf(validation));
        expect(idsOf(training)).toEqual(idsOf(dataset.samples).filter((id) => !chosen.has(id)));
        expect(idsOf(validation)).toEqual(idsOf(dataset.samples).filter((id) => chosen.has(id)));
      }),
    );
  });

  test('leaves training samples in every class', () => {
    fc.assert(
      fc.property(large, seed, (all, of) => {
        const labels = new Set(Array.from(split(ofSizes(all), of).training, ({ label }) => label));
        expect(labels.size).toBe(all.length);
      }),
    );
  });

  test('does not depend on the order of the files', () => {
    const dataset = ofSizes([9, 8]);
    const backwards = {
      ...dataset,
      samples: dataset.samples.select(numbered(17).map((_name, at) => 16 - at)),
    };
    expect(idsOf(split(backwards, 3).validation).toSorted()).toEqual(
      idsOf(split(dataset, 3).validation).toSorted(),
    );
  });
});

describe('splitByKey', () => {
  const dataset = makeDataset({ a: ['1', '2', '3'], b: [], c: ['4', '5'] });
  const keys = new Map([
    ['a/1', 'z'],
    ['a/2', 'x'],
    ['a/3', 'x'],
    ['c/4', 'y'],
    ['c/5', 'a'],
  ]);
  const keyOf = (id: string): string => keys.get(id) ?? '';

  test('chooses the samples of each class with the smallest keys, and of equal keys the smaller id', () => {
    const { training, validation } = splitByKey(dataset, () => 1, keyOf);
    expect(idsOf(validation)).toEqual(['a/2', 'c/5']);
    expect(idsOf(training)).toEqual(['a/1', 'a/3', 'c/4']);
  });

  test('calls share for each class that has samples', () => {
    const asked: number[] = [];
    splitByKey(dataset, (available) => asked.push(available) - asked.length, keyOf);
    expect(asked).toEqual([3, 2]);
  });

  test('refuses to leave a class without training samples', () => {
    expect(() => splitByKey(dataset, () => 2, keyOf)).toThrow(
      'Class "c" has 2 images; 2 for validation leave none for training',
    );
  });
});

test('splitWhere divides samples by their position', () => {
  const { samples } = makeDataset({ a: numbered(4) });
  const { training, validation } = splitWhere(samples, (position) => position % 2 === 1);
  expect(idsOf(training)).toEqual(['a/0.png', 'a/2.png']);
  expect(idsOf(validation)).toEqual(['a/1.png', 'a/3.png']);
});
