import { expect, test } from 'vitest';
import { datasetOf } from '../../test/dataset-of.ts';
import { divide } from './divide.ts';

const dataset = datasetOf({ oak: 10, elm: 6 });
const classesOf = (samples: Iterable<{ readonly id: string }>): string[] =>
  Array.from(samples, ({ id }) => id.split('/')[0]!).toSorted();

test('a number for each class, at random by the seed', () => {
  const options = { validation: { perClass: 2 }, validationBy: 'random', seed: 1 } as const;
  const { training, validation } = divide(dataset, options);
  expect(classesOf(validation)).toEqual(['elm', 'elm', 'oak', 'oak']);
  expect(training.length).toBe(12);
  const ids = (seed: number): string[] =>
    Array.from(divide(dataset, { ...options, seed }).validation, ({ id }) => id);
  expect(ids(1)).toEqual(ids(1));
  expect(ids(1)).not.toEqual(ids(2));
});

test('a share of each class', () => {
  const { validation } = divide(dataset, {
    validation: { fraction: 0.5 },
    validationBy: 'random',
    seed: 0,
  });
  expect(classesOf(validation)).toEqual([...Array(3).fill('elm'), ...Array(5).fill('oak')]);
});

test('by hash the seed changes nothing, and a share is refused', () => {
  const ids = (seed: number): string[] => {
    const options = { validation: { perClass: 2 }, validationBy: 'hash', seed } as const;
    return Array.from(divide(dataset, options).validation, ({ id }) => id);
  };
  expect(ids(1)).toEqual(ids(2));
  expect(() =>
    divide(dataset, { validation: { fraction: 0.2 }, validationBy: 'hash', seed: 0 }),
  ).toThrow(/validation must be a number of images a class .* received 0.2/);
});

test('a group stays on one side, and is never chosen by hash', () => {
  const groups = (id: string): string => String(Number(/\d+/.exec(id)![0]) % 2);
  const options = { validation: { fraction: 0.5 }, groups, seed: 0 } as const;
  const { training, validation } = divide(dataset, { ...options, validationBy: 'random' });
  const [left, right] = [training, validation].map(
    (samples) => new Set(Array.from(samples, ({ id }) => groups(id))),
  );
  expect([...left!].filter((name) => right!.has(name))).toEqual([]);
  expect(() => divide(dataset, { ...options, validationBy: 'hash' })).toThrow(
    /validationBy must be random where files are kept together/,
  );
});

test('a split without validation images says why', () => {
  const oneGroup = { groups: (id: string) => id.split('/')[0]!, seed: 0 };
  const random = { validation: { fraction: 0.2 }, validationBy: 'random' } as const;
  expect(() => divide(dataset, { ...random, ...oneGroup })).toThrow(
    /no group can be held back without all of a class/,
  );
  expect(() => divide(datasetOf({ a: 1, b: 1 }), { ...random, seed: 0 })).toThrow(
    /every class is too small/,
  );
});
