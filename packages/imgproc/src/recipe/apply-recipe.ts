import type { Raster } from '@sprout/core';
import type { OpTools } from '../op/op-tools.ts';
import type { ReadyRecipe } from './ready-recipe.ts';

/**
 * Takes an image through a recipe. `source` is only read, and may be the result.
 *
 * @throws {SproutError} `image-unprocessable`
 */
export function applyRecipe(source: Raster, { steps }: ReadyRecipe, tools: OpTools): Raster {
  return steps.reduce((image, step) => step.apply(image, tools), source);
}
