import { createHash } from 'node:crypto';
import { canonicalJson, type Recipe } from '@sprout/core';
import { parseRecipe } from './parse-recipe.ts';

/** Raised when the same recipe comes to give other pixels. */
const VERSION = 1;
/** What turns files into pixels: libvips' decoders, upright, 8-bit sRGB, without alpha. */
const DECODER = 'libvips-srgb8-upright';

/**
 * Names the pixels that a recipe makes: 64 hexadecimal digits. Equal for recipes that differ only in defaults left
 * out; different as soon as op, order, number, decoder or arithmetic differ.
 *
 * @throws {SproutError} As `parseRecipe`.
 */
export function recipeHash(recipe: Recipe): string {
  const identity = { version: VERSION, decoder: DECODER, recipe: parseRecipe(recipe) };
  return createHash('sha256').update(canonicalJson(identity)).digest('hex');
}
