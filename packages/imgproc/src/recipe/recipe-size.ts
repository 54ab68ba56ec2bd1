import type { Recipe } from '@sprout/core';
import { resize } from '../ops/resize.ts';

/**
 * The size of the images that a recipe makes: of its last resize, as no other op changes it. `undefined` without a
 * resize, where each image keeps its own.
 */
export function recipeSize(recipe: Recipe): { height: number; width: number } | undefined {
  for (const spec of recipe.toReversed()) {
    const parsed = resize.schema.safeParse(spec);
    if (parsed.success) return { height: parsed.data.height, width: parsed.data.width };
  }
  return undefined;
}
