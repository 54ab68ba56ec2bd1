import { rngAt } from '@sprout/core';
import { expect, test } from 'vitest';
import { drawColour, fill } from './fill.ts';

test('a fill is a colour or random', () => {
  expect(fill.safeParse([0, 127, 255]).success).toBe(true);
  expect(fill.safeParse('random').success).toBe(true);
  for (const wrong of ['red', [0, 0], [0, 0, 256], [0, 0, 0.5]]) {
    expect(fill.safeParse(wrong).success).toBe(false);
  }
});

test('a colour is itself, a random one is drawn', () => {
  const rng = rngAt(1, ['fill']);
  expect(drawColour([1, 2, 3], rng)).toEqual([1, 2, 3]);
  const drawn = drawColour('random', rng);
  expect(drawn.every((value) => value >= 0 && value < 256)).toBe(true);
  expect(drawColour('random', rng)).not.toEqual(drawn);
});
