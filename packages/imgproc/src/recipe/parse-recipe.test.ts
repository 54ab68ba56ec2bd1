import { expect, test } from 'vitest';
import { parseRecipe } from './parse-recipe.ts';
import { recipeHash } from './recipe-hash.ts';
import { recipeSize } from './recipe-size.ts';

const specs = [{ op: 'resize', height: 3, width: 4 }];

test('a checked recipe is returned as it is', () => {
  const checked = parseRecipe(specs);
  expect(parseRecipe(checked)).toBe(checked);
});

test('a checked recipe has the hash and the size of the plain one', () => {
  expect(recipeHash(parseRecipe(specs))).toBe(recipeHash(specs));
  expect(recipeSize(parseRecipe(specs))).toEqual(recipeSize(specs));
});
