import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { blend, cloudNoise, ease, latticeNoise, valueNoise } from './grain.ts';

const coordinate = fc.double({ min: -1e4, max: 1e4, noNaN: true });

test('lattice noise depends on both coordinates and the seed', () => {
  const values = [latticeNoise(1, 2, 3), latticeNoise(2, 1, 3), latticeNoise(1, 2, 4)];
  expect(new Set(values).size).toBe(3);
  expect(latticeNoise(1, 2, 3)).toBe(values[0]);
});

test('value noise is lattice noise at whole coordinates, and between its corners elsewhere', () => {
  expect(valueNoise(4, 7, 9)).toBe(latticeNoise(4, 7, 9));
  const corners = [4, 5].flatMap((x) => [7, 8].map((y) => latticeNoise(x, y, 9)));
  const inside = valueNoise(4.3, 7.8, 9);
  expect(inside).toBeGreaterThan(Math.min(...corners));
  expect(inside).toBeLessThan(Math.max(...corners));
});

test('cloud noise stays from 0 to 1', () => {
  fc.assert(
    fc.property(coordinate, coordinate, fc.nat(), (x, y, seed) => {
      const value = cloudNoise(x, y, { seed, octaves: 3 });
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
    }),
  );
});

test('one octave of cloud noise is value noise', () => {
  expect(cloudNoise(1.5, 2.25, { seed: 3, octaves: 1 })).toBe(valueNoise(1.5, 2.25, 3));
});

test('blend goes from one number to the other', () => {
  expect([0, 0.25, 1].map((share) => blend(10, 30, share))).toEqual([10, 15, 30]);
});

test('ease is 0 at 0, 1 at 1, one half between, and clamped outside', () => {
  expect([-1, 0, 0.5, 1, 2].map(ease)).toEqual([0, 0, 0.5, 1, 1]);
});
