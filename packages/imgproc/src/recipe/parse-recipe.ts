import { checkOps, type CheckedOps } from '../op-list/checked-ops.ts';
import { recipeOps } from '../ops/index.ts';
import type { RecipeOp } from '../ops/written-ops.ts';

/** A recipe that `parseRecipe` checked. */
export type CheckedRecipe = CheckedOps<'recipe'> & readonly RecipeOp[];

/**
 * Checks a recipe and fills in its defaults. A checked recipe is returned as it is, at no cost.
 *
 * @returns Frozen. Functions that take a recipe do not check it again.
 * @throws {SproutError} `name-unknown` for an op or a field that does not exist, `recipe-invalid` for any other fault.
 */
export function parseRecipe(specs: unknown): CheckedRecipe {
  return checkOps(specs, { kind: 'recipe', table: recipeOps }) as CheckedRecipe; // by the schemas of these ops
}
