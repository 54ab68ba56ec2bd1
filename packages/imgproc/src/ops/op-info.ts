import type { OpSpec } from '@sprout/core';
import type { Op } from '../op-contract/op.ts';
import { augmentationOps, recipeOps } from './index.ts';
import { type ObjectSchema, specSchemas } from './json-schemas.ts';

/** An op of recipes or augmentations, as a reference describes it. */
export interface OpInfo {
  readonly name: string;
  /** Where the op may be written. */
  readonly kind: 'recipe' | 'augmentation';
  /** What the op does, in one sentence. */
  readonly summary: string;
  /** The summary and further sentences, such as the library with the same pixels. */
  readonly description: string;
  /** A spec that shows what the op does, as a user writes it. */
  readonly example: OpSpec;
  /** The JSON schema of its specs: the type, the limits, the default and the description of each field. */
  readonly schema: ObjectSchema;
}

/**
 * All ops, those of recipes first.
 *
 * @param ref The reference to a schema of all ops of augmentations, for the ops in the list of an op.
 */
export function opInfos(ref = '#/definitions/augmentationOp'): OpInfo[] {
  return [...infosOf('recipe', recipeOps, ref), ...infosOf('augmentation', augmentationOps, ref)];
}

function infosOf(kind: OpInfo['kind'], table: readonly Op[], ref: string): OpInfo[] {
  const schemas = specSchemas(table, ref);
  return table.map((op, at) => ({
    name: op.name,
    kind,
    summary: firstSentence(op.description),
    description: op.description,
    example: op.example ?? op.schema.parse({ op: op.name }), // a test parses the examples
    schema: schemas[at]!, // one for each op
  }));
}

/** A full stop within a version or a name is not the end of a sentence. */
function firstSentence(text: string): string {
  return /^.*?\.(?= [A-Z`]|$)/.exec(text)?.[0] ?? text;
}
