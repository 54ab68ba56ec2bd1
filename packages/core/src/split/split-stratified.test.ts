import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { countsOf, ofSizes } from '../../test/make-dataset.ts';
import { splitStratified } from './split-stratified.ts';

const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 });
const seed = fc.integer();

test('chooses the fraction of each class, rounded, at least one of two samples and never all', () => {
  fc.assert(
    fc.property(
      sizes,
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      seed,
      (all, fraction, of) => {
        const counts = countsOf(
          splitStratified(ofSizes(all), { fraction, seed: of }).validation,
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

test('chooses nothing for a fraction of 0', () => {
  expect(splitStratified(ofSizes([5]), { fraction: 0, seed: 0 }).validation.length).toBe(0);
});

test.each([-0.1, 1, Number.NaN])('refuses a fraction of %d', (fraction) => {
  expect(() => splitStratified(ofSizes([9]), { fraction, seed: 0 })).toThrow(
    'fraction must be at least 0 and below 1',
  );
});
