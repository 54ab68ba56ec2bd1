import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { idsOf, makeDataset } from '../../test/make-dataset.ts';
import { splitByGroups } from './split-by-groups.ts';

/** `class/GROUP-NUMBER.png`: the group of an id is the text before the dash. */
const groups = (id: string): string => /\/(.*)-/.exec(id)?.[1] ?? id;

function ofGroups(classes: Readonly<Record<string, Readonly<Record<string, number>>>>) {
  const files = Object.entries(classes).map(([name, sizes]) => [
    name,
    Object.entries(sizes).flatMap(([group, size]) =>
      Array.from({ length: size }, (_, number) => `${group}-${number}.png`),
    ),
  ]);
  return makeDataset(Object.fromEntries(files));
}

const sizes = fc.dictionary(
  fc.constantFrom('p', 'q', 'r', 's', 't', 'u', 'v'),
  fc.integer({ min: 1, max: 9 }),
  {
    minKeys: 2,
  },
);
const dataset = fc.record({ a: sizes, b: sizes }).map(ofGroups);

test('never divides a group, and puts every sample on one side', () => {
  fc.assert(
    fc.property(dataset, fc.integer(), (all, seed) => {
      const { training, validation } = splitByGroups(all, {
        share: { fraction: 0.3 },
        groups,
        seed,
      });
      const trained = new Set(idsOf(training).map(groups));
      expect(
        idsOf(validation)
          .map(groups)
          .some((group) => trained.has(group)),
      ).toBe(false);
      expect([...idsOf(training), ...idsOf(validation)].toSorted()).toEqual(
        idsOf(all.samples).toSorted(),
      );
    }),
  );
});

test('leaves training samples in every class', () => {
  fc.assert(
    fc.property(dataset, fc.integer(), (all, seed) => {
      const { training } = splitByGroups(all, { share: { fraction: 0.9 }, groups, seed });
      expect(new Set(Array.from(training, ({ label }) => label)).size).toBe(2);
    }),
  );
});

test('a class of two groups has validation samples, however small the share', () => {
  const all = ofGroups({
    a: { monday: 5, tuesday: 6 },
    b: { wednesday: 20, thursday: 3, friday: 4 },
  });
  for (const share of [{ fraction: 0.1 }, { perClass: 1 }]) {
    const { training, validation } = splitByGroups(all, { share, groups, seed: 0 });
    expect(new Set(idsOf(validation).map(groups))).toEqual(new Set(['monday', 'thursday']));
    expect(training.length).toBe(30);
  }
});

test('reaches the share exactly if the groups allow it', () => {
  const pairs = Object.fromEntries(
    Array.from({ length: 40 }, (_, number) => [`plant ${number}`, 2]),
  );
  const all = ofGroups({
    a: pairs,
    b: Object.fromEntries(Object.keys(pairs).map((name) => [`other ${name}`, 3])),
  });
  for (const seed of [0, 1, 2]) {
    const { validation } = splitByGroups(all, { share: { fraction: 0.2 }, groups, seed });
    const ofA = Array.from(validation).filter(({ label }) => label === 0).length;
    expect(ofA).toBe(16);
    expect(validation.length - ofA).toBe(24);
  }
});

test('approximates a number of samples of each class', () => {
  const all = ofGroups({ a: { p: 5, q: 1, r: 1, s: 4 }, b: { t: 3, u: 3, v: 2 } });
  const { validation } = splitByGroups(all, { share: { perClass: 2 }, groups, seed: 0 });
  const labels = Array.from(validation, ({ label }) => label);
  expect(labels.filter((label) => label === 0).length).toBe(2);
  expect([2, 3]).toContain(labels.filter((label) => label === 1).length);
});

test('splits groups that span classes', () => {
  const all = ofGroups({ a: { day1: 4, day2: 4 }, b: { day1: 2, day2: 2 } });
  const { validation } = splitByGroups(all, { share: { fraction: 0.5 }, groups, seed: 0 });
  expect(new Set(idsOf(validation).map(groups)).size).toBe(1);
  expect(validation.length).toBe(6);
});

test('keeps a class that consists of one group for training', () => {
  const all = ofGroups({ a: { p: 8 }, b: { q: 4, r: 4 } });
  const { validation } = splitByGroups(all, { share: { fraction: 0.5 }, groups, seed: 0 });
  expect(Array.from(validation, ({ label }) => label)).toEqual([1, 1, 1, 1]);
});

test('names the class that is too small', () => {
  const all = ofGroups({ a: { p: 2 }, b: { q: 4, r: 4 } });
  expect(() => splitByGroups(all, { share: { perClass: 2 }, groups, seed: 0 })).toThrow(
    'Class "a" has 2 images',
  );
});
