import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Address, rngAt } from './rng.ts';

function draws(address: Address, { seed = 0, count = 4 } = {}): number[] {
  const rng = rngAt(seed, address);
  return Array.from({ length: count }, () => rng.uint32());
}

test('gives the recorded numbers', () => {
  // They may change only in a major version: the splits, orders and augmentations of finished runs depend on them.
  const rng = rngAt(0, ['order', 3, 'a/b.png']);
  expect([
    rng.uint32(),
    rng.uint32(),
    rng.uniform(-1, 1),
    rng.integer(1000),
    rng.chance(0.5),
    rng.normal(0, 1),
  ]).toMatchInlineSnapshot(`
    [
      1490677152,
      3542945598,
      0.8072447992958964,
      455,
      true,
      -1.0173848748548875,
    ]
  `);
  expect(draws([])).toMatchInlineSnapshot(`
    [
      3412319116,
      1344809549,
      4122074363,
      2331852040,
    ]
  `);
  expect(draws(['Shepherd’s Purse/🌱.png', 0.5], { seed: -1 })).toMatchInlineSnapshot(`
    [
      2184693441,
      1547177097,
      1538434574,
      2606969412,
    ]
  `);
});

test('gives the same numbers at the same address, whatever was drawn before', () => {
  rngAt(1, ['other']).uint32();
  expect(draws(['augment', 2, 'x'], { seed: 1 })).toEqual(draws(['augment', 2, 'x'], { seed: 1 }));
});

const part = fc.oneof(fc.string(), fc.integer(), fc.double({ noNaN: true }));
const address = fc.array(part, { maxLength: 4 });

test('gives other numbers at any other address', () => {
  fc.assert(
    fc.property(address, address, (one, other) => {
      const same =
        one.length === other.length && one.every((value, at) => Object.is(value, other[at]));
      fc.pre(!same);
      expect(draws(one)).not.toEqual(draws(other));
    }),
  );
});

test('gives addresses that are equal when joined different numbers', () => {
  const alike: Address[] = [
    ['ab', 'c'],
    ['a', 'bc'],
    ['abc'],
    ['ab', 'c', ''],
    [1, 2],
    ['1', '2'],
    [12],
    ['a\0'],
    ['a'],
  ];
  expect(new Set(alike.map((one) => draws(one).join())).size).toBe(alike.length);
});

test('gives other numbers under any other seed', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), (one, other) => {
      fc.pre(one !== other);
      expect(draws(['x'], { seed: one })).not.toEqual(draws(['x'], { seed: other }));
    }),
  );
});

const COUNT = 20_000;

/** Pearson's statistic of equally likely bins. */
function chiSquare(numbers: readonly number[], bins: number): number {
  const counts = Array.from({ length: bins }, () => 0);
  for (const number of numbers) counts[number]!++;
  const expected = numbers.length / bins;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

// The seeds are fixed, so these tests cannot fail by chance. 99.9 % of chi-square with 9 degrees of freedom is below 27.9.
test.each([10, 7, 6, 3])('draws integers below %i evenly', (bins) => {
  const rng = rngAt(5, ['integers', bins]);
  expect(
    chiSquare(
      Array.from({ length: COUNT }, () => rng.integer(bins)),
      bins,
    ),
  ).toBeLessThan(27.9);
});

test('draws evenly from an interval without its upper end', () => {
  const rng = rngAt(5, ['uniform']);
  const numbers = Array.from({ length: COUNT }, () => rng.uniform(-2, 3));
  expect(numbers.every((number) => number >= -2 && number < 3)).toBe(true);
  expect(
    chiSquare(
      numbers.map((number) => Math.floor((number + 2) * 2)),
      10,
    ),
  ).toBeLessThan(27.9);
});

test('draws the first number of many addresses evenly', () => {
  const numbers = Array.from({ length: COUNT }, (_, sample) =>
    rngAt(0, ['augment', 0, `${sample}.png`]).integer(10),
  );
  expect(chiSquare(numbers, 10)).toBeLessThan(27.9);
});

test('is true with about the given probability', () => {
  const rng = rngAt(5, ['chance']);
  const hits = Array.from({ length: COUNT }, () => rng.chance(0.3)).filter(Boolean).length;
  expect(Math.abs(hits / COUNT - 0.3)).toBeLessThan(0.011); // 3.3 standard errors
  expect(rng.chance(0)).toBe(false);
  expect(rng.chance(1)).toBe(true);
});

test('draws normal numbers with their mean, deviation and tails', () => {
  const rng = rngAt(5, ['normal']);
  const numbers = Array.from({ length: COUNT }, () => rng.normal(10, 2));
  const mean = numbers.reduce((sum, number) => sum + number, 0) / COUNT;
  const variance = numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0) / COUNT;
  const outside = numbers.filter((number) => Math.abs(number - 10) > 4).length / COUNT;
  expect(Math.abs(mean - 10)).toBeLessThan(0.047);
  expect(Math.abs(Math.sqrt(variance) - 2)).toBeLessThan(0.033);
  expect(Math.abs(outside - 0.0455)).toBeLessThan(0.005);
});

test.each([0, -1, 2 ** 32 + 1, Number.NaN])('refuses to draw a whole number below %d', (count) => {
  expect(() => rngAt(0, []).integer(count)).toThrow(RangeError);
});

test.each([Infinity, 1.5, Number.NaN])('refuses the seed %d', (seed) => {
  expect(() => rngAt(seed, [])).toThrow('seed must be a whole number');
});
