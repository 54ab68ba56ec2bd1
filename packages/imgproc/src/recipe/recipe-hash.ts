import { createHash } from 'node:crypto';
import { canonicalJson, type Recipe } from '@sprout/core';
import { parseRecipe } from './parse-recipe.ts';

/** Raise it when a change of the code makes the same recipe give other pixels. */
const VERSION = 1;
/** How files are decoded: by libvips, to upright 8-bit sRGB without alpha. */
const DECODER = 'libvips-srgb8-upright';

/**
 * A hash that names the pixels that a recipe makes: 64 hexadecimal digits. It does not depend on whether defaults are
 * written out. It changes with every op, their order, every option, the decoder and the arithmetic.
 *
 * @throws {SproutError} As `parseRecipe`.
 */
export function recipeHash(recipe: Recipe): string {
  const identity = { version: VERSION, decoder: DECODER, recipe: parseRecipe(recipe) };
  return createHash('sha256').update(canonicalJson(identity)).digest('hex');
}
