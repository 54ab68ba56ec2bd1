import { configFileSchema } from './config-file-schema.ts';
import { type FieldReference, fieldsOf } from './field-reference.ts';
import type { JsonNode } from './json-node.ts';

/** A part of a configuration with the fields that it may have. */
export interface ConfigPart {
  /** The path of the part, such as `train.optimiser`; empty for the whole. */
  readonly path: string;
  /** The name of the alternative that has these fields, such as `adam`. */
  readonly name?: string;
  readonly description: string;
  readonly fields: readonly FieldReference[];
}

/** The fields of `train` with alternatives, each of which has a name and its own fields. */
const NAMED: readonly string[] = ['optimiser', 'schedule'];

/** The parts of a configuration file, except for the ops and the models, which have references of their own. */
export function configReference(): ConfigPart[] {
  const { properties } = configFileSchema();
  const { data = {}, train = {}, recipe, augment, model, ...others } = properties;
  const rest = { recipe, augment, model, ...others };
  const plain = Object.entries(rest).map(([key, node]) => [key, bare(node ?? {})] as const);
  const { properties: fields = {} } = train;
  const trainFields = Object.entries(fields).map(
    ([key, node]) => [key, NAMED.includes(key) ? bare(node) : inStages(key, node)] as const,
  );
  return [
    partOf('', {
      properties: { data: bare(data), ...Object.fromEntries(plain), train: bare(train) },
    }),
    partOf('data', data),
    partOf('train', { ...train, properties: Object.fromEntries(trainFields) }),
    ...NAMED.flatMap((key) => namedParts(`train.${key}`, fields[key] ?? {})),
  ];
}

function partOf(path: string, node: JsonNode): ConfigPart {
  return { path, description: node.description ?? '', fields: fieldsOf(node) };
}

/** A field without its inner fields, which are in another part. */
function bare({ type, description, default: byDefault, ...node }: JsonNode): JsonNode {
  const isSection = node.properties !== undefined || (node.anyOf ?? node.oneOf) !== undefined;
  const own = {
    ...(type !== undefined && { type }),
    ...(description !== undefined && { description }),
  };
  if (isSection) return { ...own, type: listType(node) };
  return { ...own, ...node, ...(byDefault !== undefined && { default: byDefault }) };
}

function listType({ anyOf = [] }: JsonNode): string {
  return anyOf.some(({ type }) => type === 'array') ? 'list of ops, or a file' : 'object';
}

/** The stages without the fields of their schedules, which are those of the schedule of the training. */
function inStages(key: string, node: JsonNode): JsonNode {
  const { properties = {}, ...stage } = (node.items as JsonNode | undefined) ?? {};
  if (key !== 'stages') return node;
  const { schedule = {}, ...fields } = properties;
  return { ...node, items: { ...stage, properties: { ...fields, schedule: bare(schedule) } } };
}

function namedParts(path: string, { anyOf = [], description = '' }: JsonNode): ConfigPart[] {
  return anyOf.map(({ properties = {} }) => {
    const { name, ...fields } = properties;
    return {
      path,
      name: String(name?.const),
      description,
      fields: fieldsOf({ properties: fields }),
    };
  });
}
