import type { Recipe } from '@sprout/core';
import { recipeOps } from '../ops/index.ts';
import { parseOps } from './parse-ops.ts';

/**
 * Checks a recipe and fills in its defaults. Parsing the result again gives the same.
 *
 * @throws {SproutError} `name-unknown` for an op or a field that does not exist, `recipe-invalid` for all else.
 */
export function parseRecipe(specs: unknown): Recipe {
  return parseOps(specs, { what: 'recipe', ops: recipeOps }).map(({ spec }) => spec);
}
