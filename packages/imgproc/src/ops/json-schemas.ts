import { z } from 'zod';
import type { Op } from '../op-contract/op.ts';
import { innerSpec } from '../op-contract/op-list.ts';
import { augmentationOps, recipeOps } from './index.ts';

/** A JSON schema of recipes as users write them. */
export function recipeJsonSchema(): object {
  return jsonSchemaOf(recipeOps);
}

/** A JSON schema of augmentations as users write them. */
export function augmentationJsonSchema(): object {
  return jsonSchemaOf(augmentationOps);
}

/** A JSON schema of lists of ops. A list within an op may contain the same ops. */
export function jsonSchemaOf(table: readonly Op[]): object {
  return z.toJSONSchema(z.array(z.union(table.map(({ schema }) => schema))), {
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema !== innerSpec) return;
      for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
      jsonSchema.$ref = '#/items';
    },
  });
}
