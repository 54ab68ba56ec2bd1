import type { Recipe } from '@sprout/core';
import { resolvedOf } from '../op-list/checked-ops.ts';
import { sizeAfter } from '../op-list/size-after.ts';
import { parseRecipe } from './parse-recipe.ts';

/**
 * The size of the images that a recipe makes. `undefined` where it depends on the size of each image, as it does
 * without a resize.
 *
 * @throws {SproutError} As `parseRecipe`.
 */
export function recipeSize(recipe: Recipe): { height: number; width: number } | undefined {
  return sizeAfter(resolvedOf(parseRecipe(recipe)), undefined);
}
