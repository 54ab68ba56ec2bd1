import { type Recipe, SproutError } from '@sprout/core';
import { recipeSize } from '@sprout/imgproc';

/** The size of images after a recipe. @throws {SproutError} `recipe-invalid` if it depends on the image. */
export function fixedSize(recipe: Recipe): { height: number; width: number } {
  const size = recipeSize(recipe);
  if (size !== undefined) return size;
  throw new SproutError('recipe-invalid', {
    recipe: JSON.stringify(recipe),
    reason: 'a model needs images of one size; add { op: resize, height, width }',
  });
}
