import { expect, test } from 'vitest';
import { augmentationOpNames, augmentationOps, recipeOpNames, recipeOps } from './index.ts';

test('every op has a name of its own in its table', () => {
  expect(new Set(recipeOpNames).size).toBe(recipeOps.length);
  expect(new Set(augmentationOpNames).size).toBe(augmentationOps.length);
});

test('recipes are deterministic: none of their ops draws', () => {
  expect(recipeOps.filter((op) => op.draw !== undefined)).toEqual([]);
});

test.each([...recipeOps, ...augmentationOps])(
  '$name draws numbers if it has a schema of them',
  (op) => {
    expect(op.draw === undefined).toBe(op.numbers === undefined);
  },
);
