import type { RecipeStep } from '../op/define-op.ts';
import { recipeOps } from '../ops/index.ts';
import { parseOps } from './parse-ops.ts';

/** A recipe set up to be applied: tables built, resamplers chosen. */
export interface ReadyRecipe {
  readonly needsOpenCv: boolean;
  readonly steps: readonly RecipeStep[];
}

/** Sets a recipe up: once for many images. @throws {SproutError} As `parseRecipe`. */
export function readyRecipe(specs: unknown): ReadyRecipe {
  const steps = parseOps(specs, { what: 'recipe', ops: recipeOps }).map(({ op, spec }) =>
    op.setUp(spec),
  );
  return { steps, needsOpenCv: steps.some((step) => step.needsOpenCv) };
}
