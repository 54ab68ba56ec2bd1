import { z } from 'zod';
import type { AugmentationOp, RecipeOp } from '../op/define-op.ts';
import { augmentationOps, recipeOps } from '../ops/index.ts';

/** A JSON schema of recipes as users write them. */
export function recipeJsonSchema(): object {
  return jsonSchema(recipeOps);
}

/** A JSON schema of augmentations as users write them. */
export function augmentationJsonSchema(): object {
  return jsonSchema(augmentationOps);
}

function jsonSchema(ops: readonly (RecipeOp | AugmentationOp)[]): object {
  return z.toJSONSchema(z.array(z.union(ops.map((op) => op.schema))), { io: 'input' });
}
