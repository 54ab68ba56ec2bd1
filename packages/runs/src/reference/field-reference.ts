import { alternativesOf, entriesOf, type JsonNode } from './json-node.ts';
import { specText } from './spec-text.ts';
import { rangeText, typeText } from './type-text.ts';

/** A field that may be written, in words. */
export interface FieldReference {
  /** The name; that of a field in another one after a dot, that of a field in the entries of a list after `[].`. */
  readonly key: string;
  readonly type: string;
  /** The limits of its numbers; empty if there are none. */
  readonly range: string;
  /** What it is if it is left out; `undefined` if there is no fixed default. */
  readonly default?: string;
  readonly isRequired: boolean;
  readonly description: string;
}

/** The fields of an object in the order of its schema, each followed by the fields in it. */
export function fieldsOf(
  { properties = {}, required = [] }: JsonNode,
  prefix = '',
): FieldReference[] {
  return Object.entries(properties).flatMap(([name, node]) => {
    const key = `${prefix}${name}`;
    const own: FieldReference = {
      key,
      type: typeText(node),
      range: rangeText(node),
      ...(node.default !== undefined && { default: specText(node.default) }),
      isRequired: required.includes(name) && node.default === undefined,
      description: node.description ?? '',
    };
    return [own, ...innerFields(node, key)];
  });
}

/** The fields of the objects that a field may be, or may be a list of. A field of several alternatives is named once. */
function innerFields(node: JsonNode, key: string): FieldReference[] {
  const alternatives = alternativesOf(node);
  const isChoice = alternatives.length > 1;
  const fields = alternatives.flatMap((each) => {
    if (each.properties !== undefined) return fieldsOf(optional(each, isChoice), `${key}.`);
    if (each.type !== 'array') return [];
    return entriesOf(each).flatMap((entry) => {
      const entries = alternativesOf(entry);
      return entries.flatMap((one) => fieldsOf(optional(one, entries.length > 1), `${key}[].`));
    });
  });
  return [...new Map(fields.map((field) => [field.key, field])).values()];
}

/** A field that one alternative requires is not required where another one is chosen. */
function optional(node: JsonNode, isChoice: boolean): JsonNode {
  return isChoice ? { ...node, required: [] } : node;
}
