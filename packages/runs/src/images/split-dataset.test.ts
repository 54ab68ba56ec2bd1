import { samplesFrom } from '@sprout/core';
import { expect, test } from 'vitest';
import { datasetOf } from '../../test/dataset-of.ts';
import { splitDataset } from './split-dataset.ts';

const dataset = datasetOf({ oak: 10, elm: 6 });
const classesOf = (samples: Iterable<{ readonly id: string }>): string[] =>
  Array.from(samples, ({ id }) => id.split('/')[0]!).toSorted();

test('a folder that is divided already is the split, whatever the options', () => {
  const { classes, folder } = dataset;
  const ids = ['train/elm/1.png', 'train/oak/1.png', 'val/oak/1.png'];
  const samples = samplesFrom(ids.map((id) => ({ id, path: id, label: 0 })));
  const options = { validation: { perClass: 1 }, validationBy: 'hash', seed: 1 } as const;
  const parts = { training: 'train', validation: 'val' };
  const split = splitDataset({ classes, folder, samples, parts }, options);
  expect(Array.from(split.validation, ({ id }) => id)).toEqual(['val/oak/1.png']);
  const reversed = { training: 'val', validation: 'train' };
  expect(splitDataset({ classes, folder, samples, parts: reversed }, options).training.length).toBe(
    1,
  );
  const empty = {
    classes,
    folder,
    samples: samples.filter(({ id }) => id.startsWith('val')),
    parts,
  };
  expect(() => splitDataset(empty, options)).toThrow('No images are left for training');
});

test('takes a number of each class, at random by the seed', () => {
  const options = { validation: { perClass: 2 }, validationBy: 'random', seed: 1 } as const;
  const { training, validation } = splitDataset(dataset, options);
  expect(classesOf(validation)).toEqual(['elm', 'elm', 'oak', 'oak']);
  expect(training.length).toBe(12);
  const ids = (seed: number): string[] =>
    Array.from(splitDataset(dataset, { ...options, seed }).validation, ({ id }) => id);
  expect(ids(1)).toEqual(ids(1));
  expect(ids(1)).not.toEqual(ids(2));
});

test('takes a share of each class', () => {
  const { validation } = splitDataset(dataset, {
    validation: { fraction: 0.5 },
    validationBy: 'random',
    seed: 0,
  });
  expect(classesOf(validation)).toEqual([...Array(3).fill('elm'), ...Array(5).fill('oak')]);
});

test('by hash, the seed changes nothing and a share is an error', () => {
  const ids = (seed: number): string[] => {
    const options = { validation: { perClass: 2 }, validationBy: 'hash', seed } as const;
    return Array.from(splitDataset(dataset, options).validation, ({ id }) => id);
  };
  expect(ids(1)).toEqual(ids(2));
  expect(() =>
    splitDataset(dataset, { validation: { fraction: 0.2 }, validationBy: 'hash', seed: 0 }),
  ).toThrow(/validation must be a number of images a class .* received 0.2/);
});

test('a group is in one subset, and groups by hash are an error', () => {
  const groups = (id: string): string => String(Number(/\d+/.exec(id)![0]) % 2);
  const options = { validation: { fraction: 0.5 }, groups, seed: 0 } as const;
  const { training, validation } = splitDataset(dataset, { ...options, validationBy: 'random' });
  const [left, right] = [training, validation].map(
    (samples) => new Set(Array.from(samples, ({ id }) => groups(id))),
  );
  expect([...left!].filter((name) => right!.has(name))).toEqual([]);
  expect(() => splitDataset(dataset, { ...options, validationBy: 'hash' })).toThrow(
    /validationBy must be random where files are kept together/,
  );
});

test('a split without validation images is an error with the reason', () => {
  const oneGroup = { groups: (id: string) => id.split('/')[0]!, seed: 0 };
  const random = { validation: { fraction: 0.2 }, validationBy: 'random' } as const;
  expect(() => splitDataset(dataset, { ...random, ...oneGroup })).toThrow(
    /no group can be held back without all of a class/,
  );
  expect(() => splitDataset(datasetOf({ a: 1, b: 1 }), { ...random, seed: 0 })).toThrow(
    /every class is too small/,
  );
});

test('a table of subsets takes precedence over parts and options', () => {
  const options = { validation: { perClass: 1 }, validationBy: 'hash', seed: 1 } as const;
  const forValidation = new Set(['oak/1.png', 'elm/2.png']);
  const parts = { training: 'oak', validation: 'elm' };
  const { training, validation } = splitDataset({ ...dataset, parts, forValidation }, options);
  expect(Array.from(validation, ({ id }) => id)).toEqual(['oak/1.png', 'elm/2.png']);
  expect(training.length).toBe(14);
  const none = { ...dataset, forValidation: new Set<string>() };
  expect(() => splitDataset(none, options)).toThrow('the table of subsets chooses none');
});
