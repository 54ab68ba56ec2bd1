import { z } from 'zod';
import type { Op } from '../op-contract/op.ts';
import { innerSpec } from '../op-contract/op-list.ts';
import { augmentationOps, recipeOps } from './index.ts';

const DRAFT = 'http://json-schema.org/draft-07/schema#';

/** A JSON schema of recipes as users write them (draft 7, which editors support). */
export function recipeJsonSchema(): object {
  return jsonSchemaOf(recipeOps);
}

/** A JSON schema of augmentations as users write them (draft 7). */
export function augmentationJsonSchema(): object {
  return jsonSchemaOf(augmentationOps);
}

/** A JSON schema of lists of ops. A list within an op may contain the same ops. */
export function jsonSchemaOf(table: readonly Op[]): object {
  return { $schema: DRAFT, type: 'array', items: { anyOf: specSchemas(table, '#/items') } };
}

/** The JSON schema of an object: that of a spec, or of another part of a configuration. */
export interface ObjectSchema {
  readonly description?: string;
  readonly properties: Readonly<Record<string, object>>;
  /** The fields that must be given. */
  readonly required?: readonly string[];
}

/**
 * The JSON schemas of the specs of ops, in their order. The field `op` of a spec has the name of the op.
 *
 * @param ref The reference to a schema of all ops, for the ops in the list of an op.
 */
export function specSchemas(table: readonly Op[], ref: string): ObjectSchema[] {
  const { anyOf } = z.toJSONSchema(z.union(table.map(({ schema }) => schema)), {
    io: 'input',
    target: 'draft-7',
    override: ({ zodSchema, jsonSchema }) => {
      delete jsonSchema.readOnly; // an editor would take it for a field that may not be written
      if (zodSchema !== innerSpec) return;
      for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
      jsonSchema.$ref = ref;
    },
  });
  return (anyOf as unknown as ObjectSchema[]).map(({ properties, ...rest }, at) => {
    const { description } = table[at]!; // one schema for each op
    const op = { ...properties['op'], description };
    return { description, ...rest, properties: { ...properties, op } };
  });
}
