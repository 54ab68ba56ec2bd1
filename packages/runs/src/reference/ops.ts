import { SproutError } from '@sprout/core';
import { opInfos } from '@sprout/imgproc';
import { type FieldReference, fieldsOf } from './field-reference.ts';
import type { JsonNode } from './json-node.ts';
import { specText } from './spec-text.ts';

/** One op and its fields. */
export interface OpReference {
  readonly name: string;
  /** Where the op may be written. */
  readonly kind: 'recipe' | 'augmentation';
  /** What the op does, in one sentence. */
  readonly summary: string;
  /** A longer description, with the library whose pixels the op reproduces. */
  readonly description: string;
  /** The fields beside `op`. */
  readonly fields: readonly FieldReference[];
  /** A spec in one line of YAML. */
  readonly example: string;
}

/** See `ops` in `reference-commands.ts`. */
export function ops(): OpReference[] {
  return opInfos().map(({ schema, example, ...info }) => {
    const { op: _, ...properties } = schema.properties;
    const fields = fieldsOf({ ...(schema as JsonNode), properties }); // a JSON schema of draft 7
    return { ...info, fields, example: specText(example) };
  });
}

/** See `op` in `reference-commands.ts`. */
export function op(name: string): OpReference {
  const all = ops();
  const found = all.find((each) => each.name === name);
  if (found !== undefined) return found;
  throw new SproutError('name-unknown', {
    kind: 'op',
    name,
    known: all.map((each) => each.name),
  });
}
