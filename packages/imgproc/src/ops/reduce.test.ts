import { expect, test } from 'vitest';
import { numbered } from '../../test/numbered.ts';
import { applyOp } from '../../test/set-up-ops.ts';
import { resolvedOf } from '../op-list/checked-ops.ts';
import { readyOps } from '../op-list/ready-ops.ts';
import { parseRecipe } from '../recipe/parse-recipe.ts';
import { recipeHash } from '../recipe/recipe-hash.ts';
import { recipeSize } from '../recipe/recipe-size.ts';

const reduce = { op: 'reduce', height: 5, width: 6 };
const resize = { op: 'resize', height: 5, width: 6 };

test('files are decoded for its size', () => {
  const { reduceTo } = readyOps(resolvedOf(parseRecipe([reduce, resize])));
  expect(reduceTo).toEqual({ height: 5, width: 6 });
  expect(readyOps(resolvedOf(parseRecipe([resize]))).reduceTo).toBeUndefined();
});

test('a decoded image stays as it is', () => {
  const image = numbered(9, 9);
  expect(applyOp(reduce, image)).toBe(image);
});

test('the size of the result depends on the image, until a resize', () => {
  expect(recipeSize([reduce])).toBeUndefined();
  expect(recipeSize([reduce, resize])).toEqual({ height: 5, width: 6 });
});

test('it can only be the first op', () => {
  for (const recipe of [
    [resize, reduce],
    [reduce, reduce, resize],
  ]) {
    expect(() => parseRecipe(recipe)).toThrow(
      'recipe[1] is not valid: reduce must be the first op of the recipe',
    );
  }
});

test('it has a part in the hash of a recipe; a recipe without it keeps its hash', () => {
  const hashes = [[resize], [reduce, resize], [{ ...reduce, height: 4 }, resize]].map(recipeHash);
  expect(new Set(hashes).size).toBe(3);
  expect(recipeHash([{ op: 'resize', height: 150, width: 150 }])).toBe(
    'd1aa682114be0ba2006fbd4ecb054bed77d73b46c8e0aeedaf5f88b37700e2f1',
  );
});
