import { rngAt } from '@sprout/core';
import { expect, test } from 'vitest';
import { drawLight } from './light.ts';

const lights = Array.from({ length: 200 }, (_, number) => drawLight(rngAt(0, ['light', number])));

test('the same stream gives the same light', () => {
  expect(drawLight(rngAt(0, ['light', 7]))).toEqual(lights[7]);
});

test('the direction is a unit vector, and points anywhere', () => {
  for (const { towards } of lights) expect(Math.hypot(...towards)).toBeCloseTo(1, 12);
  const quadrants = new Set(lights.map(({ towards: [x, y] }) => `${x > 0} ${y > 0}`));
  expect(quadrants.size).toBe(4);
});

test('a part of the light is direct, and a part is not', () => {
  for (const { direct } of lights) {
    expect(direct).toBeGreaterThanOrEqual(0.25);
    expect(direct).toBeLessThan(0.8);
  }
});

test('warm light has more red and as much less blue', () => {
  for (const { gain } of lights) {
    const [red, green, blue] = gain;
    expect(green).toBeGreaterThanOrEqual(0.85);
    expect(green).toBeLessThan(1.12);
    expect(red + blue).toBeCloseTo(2 * green, 12);
  }
  expect(new Set(lights.map(({ gain: [red, , blue] }) => red > blue)).size).toBe(2);
});
