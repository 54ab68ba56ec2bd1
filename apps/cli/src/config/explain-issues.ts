import { closest } from '@sprout/core';
import { z } from 'zod';

/** A failed parse as one sentence an issue; unknown keys say what was meant. */
export function explainIssues(error: z.ZodError, schema: z.ZodType): string {
  return error.issues.map((issue) => explainIssue(issue, schema)).join('; ');
}

function explainIssue(issue: z.core.$ZodIssue, schema: z.ZodType): string {
  const where = issue.path.map(String).join('.');
  if (issue.code !== 'unrecognized_keys')
    return where === '' ? issue.message : `${where}: ${issue.message}`;
  const known = keysAt(z.toJSONSchema(schema, { io: 'input' }), issue.path);
  return issue.keys
    .map((key) => {
      const match = closest(key, known);
      const full = [...issue.path.map(String), key].join('.');
      const help = match === undefined ? `known: ${known.join(', ')}` : `did you mean "${match}"?`;
      return `unknown key "${full}"; ${help}`;
    })
    .join('; ');
}

type SchemaNode = z.core.JSONSchema._JSONSchema;

/** The fields that a schema knows at a path, in any of its alternatives. */
function keysAt(node: SchemaNode, path: readonly PropertyKey[]): string[] {
  let nodes: SchemaNode[] = [node];
  for (const key of path) {
    nodes = nodes.flatMap(alternatives).flatMap((schema): SchemaNode[] => {
      const field = propertiesOf(schema)[String(key)];
      return field === undefined ? [] : [field];
    });
  }
  return [
    ...new Set(nodes.flatMap(alternatives).flatMap((schema) => Object.keys(propertiesOf(schema)))),
  ];
}

function alternatives(node: SchemaNode): SchemaNode[] {
  return typeof node === 'boolean' ? [] : [node, ...(node.anyOf ?? []), ...(node.oneOf ?? [])];
}

function propertiesOf(node: SchemaNode): Readonly<Record<string, SchemaNode>> {
  return typeof node === 'boolean' ? {} : (node.properties ?? {});
}
