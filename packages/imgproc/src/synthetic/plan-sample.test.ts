import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { GIVEN_AWAY, planSample, type SeedlingPlan } from './plan-sample.ts';

const small = fc.record({
  classes: fc.integer({ min: 2, max: 50 }),
  images: fc.integer({ min: 1, max: 20 }),
  seed: fc.nat(),
});

test('the defaults are twelve classes of forty pictures', () => {
  const plans = planSample();
  expect(plans).toHaveLength(480);
  expect(new Set(plans.map(({ className }) => className)).size).toBe(12);
  expect(plans[0]).toEqual({
    id: 'Black-grass/0001.png',
    className: 'Black-grass',
    label: 0,
    species: 10,
    number: 1,
    size: 150,
    seed: 0,
    paleSoil: false,
  });
});

test('ids are unique and labels follow the sorted class names', () => {
  fc.assert(
    fc.property(small, (options) => {
      const plans = planSample(options);
      const names = [...new Set(plans.map(({ className }) => className))];
      expect(names).toEqual(names.toSorted());
      expect(new Set(plans.map(({ id }) => id)).size).toBe(options.classes * options.images);
      expect(plans.every(({ className, label }) => names[label] === className)).toBe(true);
    }),
    { numRuns: 30 },
  );
});

test('a larger data set contains the smaller ones', () => {
  const large = new Set(withoutLabel(planSample({ classes: 20, images: 5 })));
  const contained = withoutLabel(planSample({ classes: 3, images: 2 })).every((plan) =>
    large.has(plan),
  );
  expect(contained).toBe(true);
});

test('only one class has pale soil', () => {
  const pale = planSample({ classes: 50, images: 2 }).filter(({ paleSoil }) => paleSoil);
  expect(pale.map(({ className }) => className)).toEqual([GIVEN_AWAY, GIVEN_AWAY]);
});

test('numbers out of range are refused with the rule', () => {
  expect(() => planSample({ classes: 1 })).toThrow(
    'classes must be a whole number from 2 to 50; received 1',
  );
  expect(() => planSample({ size: 150.5 })).toThrow(
    'size must be a whole number from 16 to 1024; received 150.5',
  );
});

function withoutLabel(plans: readonly SeedlingPlan[]): string[] {
  return plans.map(({ label: _label, ...plan }) => JSON.stringify(plan));
}
