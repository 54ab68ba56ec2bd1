/** The parts of a JSON schema (draft 7) that a reference shows. */
export interface JsonNode {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly anyOf?: readonly JsonNode[];
  readonly oneOf?: readonly JsonNode[];
  /** The schema of all entries of a list, or the schemas of the entries of a list of fixed length. */
  readonly items?: JsonNode | readonly JsonNode[];
  readonly properties?: Readonly<Record<string, JsonNode>>;
  readonly required?: readonly string[];
  readonly $ref?: string;
}

/** The alternatives of a schema; the schema itself if it has none. */
export function alternativesOf(node: JsonNode): readonly JsonNode[] {
  return node.anyOf ?? node.oneOf ?? [node];
}

/** The schemas of the entries of a list: one if all are alike. */
export function entriesOf({ items }: JsonNode): readonly JsonNode[] {
  if (items === undefined) return [];
  return Array.isArray(items) ? items : [items as JsonNode]; // TypeScript does not narrow readonly lists
}
