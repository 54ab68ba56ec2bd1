import { expect, test } from 'vitest';
import { augmentationOpNames, augmentationOps, recipeOpNames, recipeOps } from './index.ts';

test('the names of the ops in a table are unique', () => {
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
