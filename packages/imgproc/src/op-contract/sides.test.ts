import { rngAt } from '@sprout/core';
import { expect, test } from 'vitest';
import { areFixed, drawSides, fixedSides, sidesInPixels } from './sides.ts';

const fixed = { top: [0.5, 0.5], right: [0, 0], bottom: [1, 1], left: [0.25, 0.25] } as const;

test('fixed shares are those that are drawn', () => {
  expect(areFixed(fixed)).toBe(true);
  expect(drawSides(fixed, rngAt(1, []))).toEqual(fixedSides(fixed));
  expect(areFixed({ ...fixed, left: [0, 0.1] })).toBe(false);
});

test('shares are those of the height or of the width, in whole pixels', () => {
  const sides = sidesInPixels(fixedSides(fixed), { height: 3, width: 10 });
  expect(sides).toEqual({ top: 2, right: 0, bottom: 3, left: 3 });
});
