import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { idsOf, makeDataset, numbered } from '../../test/make-dataset.ts';
import { splitByClass } from './split-by-class.ts';
import { splitByHash } from './split-by-hash.ts';
import { splitStratified } from './split-stratified.ts';
import type { Split } from './split.ts';

/** Class sizes -> a data set with classes 0, 1, ... */
function ofSizes(sizes: readonly number[]) {
  return makeDataset(
    Object.fromEntries(sizes.map((size, label) => [`class ${label}`, numbered(size)])),
  );
}

function countsOf({ validation }: Split, classes: number): number[] {
  const counts = Array.from({ length: classes }, () => 0);
  for (const { label } of validation) counts[label]!++;
  return counts;
}

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

  test('does not look at the order of the files', () => {
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

describe('splitByClass', () => {
  test('takes the number asked for of each class', () => {
    fc.assert(
      fc.property(sizes, fc.nat(10), seed, (all, perClass, of) => {
        fc.pre(all.every((size) => size > perClass));
        const split = splitByClass(ofSizes(all), { perClass, seed: of });
        expect(countsOf(split, all.length)).toEqual(all.map(() => perClass));
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

  test('chooses anew under another seed, and each sample about equally often', () => {
    const dataset = ofSizes([10]);
    const counts = new Map<string, number>();
    for (let of = 0; of < 2000; of++) {
      const [id = ''] = idsOf(splitByClass(dataset, { perClass: 1, seed: of }).validation);
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    const statistic = [...counts.values()].reduce(
      (sum, count) => sum + (count - 200) ** 2 / 200,
      0,
    );
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
});

describe('splitStratified', () => {
  test('takes the fraction of each class, rounded, at least one of two and never all', () => {
    fc.assert(
      fc.property(
        sizes,
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        seed,
        (all, fraction, of) => {
          const counts = countsOf(
            splitStratified(ofSizes(all), { fraction, seed: of }),
            all.length,
          );
          const expected = all.map((size) =>
            size < 2 ? 0 : Math.min(size - 1, Math.max(1, Math.round(size * fraction))),
          );
          expect(counts).toEqual(expected);
        },
      ),
    );
  });

  test('takes nothing for a fraction of 0', () => {
    expect(splitStratified(ofSizes([5]), { fraction: 0, seed: 0 }).validation.length).toBe(0);
  });

  test.each([-0.1, 1, Number.NaN])('refuses a fraction of %d', (fraction) => {
    expect(() => splitStratified(ofSizes([9]), { fraction, seed: 0 })).toThrow(
      'fraction must be at least 0 and below 1',
    );
  });
});

describe('splitByHash', () => {
  test('takes the ids whose SHA-256 is smallest', () => {
    const dataset = makeDataset({ 'Shepherd’s Purse': numbered(30), b: numbered(20) });
    const hashOf = (id: string) => createHash('sha256').update(id).digest('hex');
    const expected = dataset.classes.flatMap((name) =>
      idsOf(dataset.samples)
        .filter((id) => id.startsWith(`${name}/`))
        .toSorted((a, b) => (hashOf(a) < hashOf(b) ? -1 : 1))
        .slice(0, 12),
    );
    expect(new Set(idsOf(splitByHash(dataset, { perClass: 12 }).validation))).toEqual(
      new Set(expected),
    );
  });

  test('names the class that is too small', () => {
    expect(() => splitByHash(ofSizes([2, 9]), { perClass: 2 })).toThrow(
      'Class "class 0" has 2 images',
    );
  });
});
