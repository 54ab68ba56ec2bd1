import { closest, colonHint, missingOp } from '@sprout/core';
import { z } from 'zod';

const LONGEST_VALUE = 60;
/** The most issues, and unknown keys of an issue, that are explained. */
const MOST = 10;

/**
 * One clause for each issue of a failed parse. For unknown keys and names the clause has the closest known one.
 *
 * @param input The value that was parsed.
 */
export function explainIssues(error: z.ZodError, schema: z.ZodType, input: unknown): string {
  return firstOf(error.issues, (issue) => explainIssue(issue, schema, input));
}

function explainIssue(issue: z.core.$ZodIssue, schema: z.ZodType, input: unknown): string {
  const where = issue.path.map(String).join('.');
  if (issue.code === 'invalid_union' && issue.discriminator !== undefined)
    return explainName(where, {
      given: valueAt(input, issue.path),
      names: namesAt(schema, issue.path),
    });
  if (issue.code !== 'unrecognized_keys') {
    const item = valueAt(input, issue.path.slice(0, -1));
    if (issue.path.at(-1) === 'op' && typeof item === 'object' && item !== null && !('op' in item))
      return `${issue.path.slice(0, -1).map(String).join('.')}: ${missingOp(item)}`;
    const value = valueAt(input, issue.path);
    if (value === null && where !== '') return `${where} is empty; give it a value or leave it out`;
    const sentence = where === '' ? issue.message : `${where}: ${issue.message}`;
    return `${sentence}${received(value)}`;
  }
  const known = keysAt(z.toJSONSchema(schema, { io: 'input' }), issue.path);
  return firstOf(issue.keys, (key) => {
    const full = [...issue.path.map(String), key].join('.');
    return `unknown key "${full}"; ${hint(key, known)}`;
  });
}

function hint(key: string, known: readonly string[]): string {
  if (known.length === 0) return 'no key is allowed here';
  const joined = colonHint(key);
  if (joined !== undefined) return joined;
  const match = closest(key, known);
  return match === undefined ? `known: ${known.join(', ')}` : `did you mean "${match}"?`;
}

/** The clauses of the first items, and the number of the others. */
function firstOf<Item>(items: readonly Item[], explain: (item: Item) => string): string {
  const clauses = items.slice(0, MOST).map(explain);
  if (items.length > MOST) clauses.push(`and ${items.length - MOST} more`);
  return clauses.join('; ');
}

/** Explains an issue of a discriminator: the name that selects one of several schemas. */
function explainName(
  where: string,
  { given, names }: { readonly given: unknown; readonly names: readonly string[] },
): string {
  const list = names.join(', ');
  if (given === undefined)
    return `${where} must be given with the fields beside it; known: ${list}`;
  const name = typeof given === 'string' ? given : JSON.stringify(given);
  const match = closest(name, names);
  const help = match === undefined ? `known: ${list}` : `did you mean "${match}"?`;
  return `unknown ${where} "${name}"; ${help}`;
}

/** A clause with the value that was received; empty if it is long, an object or not finite. */
function received(value: unknown): string {
  if (typeof value === 'object' || (typeof value === 'number' && !Number.isFinite(value)))
    return ''; // the message names it
  const text = typeof value === 'bigint' ? `${value}n` : JSON.stringify(value);
  return text === undefined || text.length > LONGEST_VALUE ? '' : `, not ${text}`;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    input,
  );
}

/** The values that a schema knows for a field, in any of its alternatives. */
function namesAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const nodes = nodesAt(z.toJSONSchema(schema, { io: 'input' }), path).flatMap(alternatives);
  return nodes.flatMap((node) =>
    typeof node === 'object' && typeof node.const === 'string' ? [node.const] : [],
  );
}

type SchemaNode = z.core.JSONSchema._JSONSchema;

/** The fields that a schema knows at a path, in any of its alternatives. */
function keysAt(node: SchemaNode, path: readonly PropertyKey[]): string[] {
  const nodes = nodesAt(node, path).flatMap(alternatives);
  return [...new Set(nodes.flatMap((schema) => Object.keys(propertiesOf(schema))))];
}

/** The parts of a schema at a path: one for each alternative on the way. */
function nodesAt(node: SchemaNode, path: readonly PropertyKey[]): SchemaNode[] {
  let nodes: SchemaNode[] = [node];
  for (const key of path) {
    nodes = nodes.flatMap(alternatives).flatMap((schema): SchemaNode[] => {
      const field = propertiesOf(schema)[String(key)];
      return field === undefined ? [] : [field];
    });
  }
  return nodes;
}

function alternatives(node: SchemaNode): SchemaNode[] {
  return typeof node === 'boolean' ? [] : [node, ...(node.anyOf ?? []), ...(node.oneOf ?? [])];
}

function propertiesOf(node: SchemaNode): Readonly<Record<string, SchemaNode>> {
  return typeof node === 'boolean' ? {} : (node.properties ?? {});
}
