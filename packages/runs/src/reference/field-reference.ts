import { alternativesOf, entriesOf, type JsonNode } from './json-node.ts';
import { specText } from './spec-text.ts';
import { rangeText, typeText } from './type-text.ts';

/** A field of a configuration, in words. */
export interface FieldReference {
  /** The name. An inner field follows the name of the outer one and a dot; a field of the entries of a list follows `[].`. */
  readonly key: string;
  readonly type: string;
  /** The limits of its numbers; empty if there are none. */
  readonly range: string;
  /** The default value; left out if there is no fixed one. */
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

/** The inner fields of a field whose value is an object or a list of objects. A field of several alternatives is listed once. */
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

/** A field that one alternative requires is not required by the other ones. */
function optional(node: JsonNode, isChoice: boolean): JsonNode {
  return isChoice ? { ...node, required: [] } : node;
}
