import { expect, test } from 'vitest';
import { inSteps, STEPS } from './points.ts';

test('coordinates are rounded to the nearest step, halves to even', () => {
  const halves = [0.5, 1.5, -0.5, 2.5].map((steps) => inSteps(steps / STEPS));
  expect(halves).toEqual([0, 2, 0, 2]);
  expect(inSteps(-1.25)).toBe(-40);
});
