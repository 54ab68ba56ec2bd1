import { expect, test } from 'vitest';
import { stratifiedFolds } from './stratified-folds.ts';

const labels = Array.from({ length: 40 }, (_, image) => (image < 30 ? 0 : 1));
const own = labels.map((_, image) => image);

test('each fold has the same number of images of each class', () => {
  const folds = stratifiedFolds({ labels, classes: 2, groups: own, folds: 5, seed: 0 });
  const countOf = (label: number, fold: number) =>
    labels.filter((each, image) => each === label && folds[image] === fold).length;
  for (let fold = 0; fold < 5; fold++) expect([countOf(0, fold), countOf(1, fold)]).toEqual([6, 2]);
});

test('no group is divided', () => {
  const groups = labels.map((_, image) => (image * 7) % 12);
  const folds = stratifiedFolds({ labels, classes: 2, groups, folds: 5, seed: 0 });
  for (let group = 0; group < 12; group++)
    expect(new Set(folds.filter((_, image) => groups[image] === group)).size).toBe(1);
  expect(new Set(folds).size).toBe(5);
});

test('the folds depend on the seed alone', () => {
  const of = (seed: number) =>
    stratifiedFolds({ labels, classes: 2, groups: own, folds: 5, seed }).join('');
  expect(of(1)).toBe(of(1));
  expect(of(1)).not.toBe(of(2));
});
