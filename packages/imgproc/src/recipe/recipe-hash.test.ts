import { expect, test } from 'vitest';
import { recipeHash } from './recipe-hash.ts';

test('is the same for recipes with the same meaning', () => {
  const short = recipeHash([{ op: 'resize', height: 150, width: 150 }]);
  const long = recipeHash([{ width: 150, resampler: 'cv2-linear', op: 'resize', height: 150 }]);
  expect(short).toBe(long);
  expect(short).toMatch(/^[0-9a-f]{64}$/);
});

test('differs by order, number and resampler', () => {
  const resize = { op: 'resize', height: 150, width: 150 };
  const median = { op: 'median', size: 9 };
  const recipes = [
    [],
    [resize],
    [median],
    [resize, median],
    [median, resize],
    [{ ...resize, resampler: 'cv2-area' }],
    [{ ...median, size: 7 }],
  ];
  expect(new Set(recipes.map(recipeHash)).size).toBe(recipes.length);
});

test('gives the recorded hash', () => {
  // It changes only when VERSION or DECODER change, because the recipe then gives other pixels.
  expect(recipeHash([{ op: 'resize', height: 150, width: 150 }])).toMatchInlineSnapshot(
    `"d1aa682114be0ba2006fbd4ecb054bed77d73b46c8e0aeedaf5f88b37700e2f1"`,
  );
});
