import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { countsOf, idsOf, ofSizes } from '../../test/make-dataset.ts';
import { splitByClass } from './split-by-class.ts';

const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 });
const seed = fc.integer();

test('chooses the given number of samples of each class', () => {
  fc.assert(
    fc.property(sizes, fc.nat(10), seed, (all, perClass, of) => {
      fc.pre(all.every((size) => size > perClass));
      const { validation } = splitByClass(ofSizes(all), { perClass, seed: of });
      expect(countsOf(validation, all.length)).toEqual(all.map(() => perClass));
    }),
  );
});

test('moves at most one sample of a class for each file that is added', () => {
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 40 }), seed, (size, of) => {
      const chosenOf = (dataset: ReturnType<typeof ofSizes>) =>
        idsOf(splitByClass(dataset, { perClass: 4, seed: of }).validation);
      const before = chosenOf(ofSizes([size, 8]));
      const after = new Set(chosenOf(ofSizes([size + 1, 8])));
      expect(before.filter((id) => !after.has(id)).length).toBeLessThanOrEqual(1);
      expect(before.filter((id) => id.startsWith('class 1')).every((id) => after.has(id))).toBe(
        true,
      );
    }),
  );
});

test('chooses each sample about equally often over all seeds', () => {
  const dataset = ofSizes([10]);
  const counts = new Map<string, number>();
  for (let of = 0; of < 2000; of++) {
    const [id = ''] = idsOf(splitByClass(dataset, { perClass: 1, seed: of }).validation);
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const statistic = [...counts.values()].reduce((sum, count) => sum + (count - 200) ** 2 / 200, 0);
  expect(statistic).toBeLessThan(27.9); // 99.9 % of chi-square with 9 degrees of freedom
});

test('names the class that is too small', () => {
  expect(() => splitByClass(ofSizes([9, 3]), { perClass: 3, seed: 0 })).toThrow(
    'Class "class 1" has 3 images; 3 for validation leave none for training',
  );
});

test.each([-1, 1.5, Number.NaN])('refuses %d samples a class', (perClass) => {
  expect(() => splitByClass(ofSizes([9]), { perClass, seed: 0 })).toThrow(
    'perClass must be a whole number',
  );
});
