import type { OpSpec } from '@sprout/core';

/** Whether a recipe keeps the proportions of images of any shape: all its resizes crop or pad them. */
export function keepsProportions(recipe: readonly OpSpec[]): boolean {
  return recipe.every(({ op, ...fields }) => op !== 'resize' || !isSquash(fields['fit']));
}

/** Whether a way to fit an image into a size is `squash`, which is the default. */
export function isSquash(fit: unknown = 'squash'): boolean {
  return fit === 'squash';
}
