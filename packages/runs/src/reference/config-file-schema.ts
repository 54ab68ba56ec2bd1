import { opInfos } from '@sprout/imgproc';
import { z } from 'zod';
import { configSchema } from '../config/config-schema.ts';
import type { JsonNode } from './json-node.ts';
import { modelSchemas } from './model-schema.ts';

/** A schema with parts that others refer to. */
export interface JsonSchema extends JsonNode {
  readonly title: string;
  readonly properties: Readonly<Record<string, JsonNode>>;
  readonly definitions: Readonly<Record<string, JsonNode>>;
}

const ref = (name: string): JsonNode => ({ $ref: `#/definitions/${name}` });

/**
 * The JSON schema (draft 7) of configuration files. It has every op, model, optimiser and schedule with its fields. A constant in the
 * field `op` or `name` identifies each alternative, so that editors complete its fields. A JSON schema cannot express all checks of the
 * program, such as the order of the two numbers of an interval.
 */
export function configFileSchema(): JsonSchema {
  const { properties = {}, ...rest } = z.toJSONSchema(configSchema, {
    io: 'input',
    target: 'draft-7',
    override: ({ jsonSchema }) => void delete jsonSchema.readOnly,
  }) as JsonNode; // of draft 7
  return {
    title: 'A Sprout configuration',
    ...rest,
    properties: {
      ...properties,
      recipe: opsOrFile('recipeOp', properties['recipe']),
      augment: opsOrFile('augmentationOp', properties['augment']),
      model: { ...described(properties['model']), anyOf: modelSchemas() },
      train: withNameless(properties['train']!), // a section of the schema
    },
    definitions: { recipeOp: opsOf('recipe'), augmentationOp: opsOf('augmentation') },
  };
}

function opsOf(kind: 'recipe' | 'augmentation'): JsonNode {
  const infos = opInfos().filter((info) => info.kind === kind);
  return { anyOf: infos.map(({ schema }) => schema as JsonNode) }; // of draft 7
}

/** In a file, a recipe or an augmentation is a list of ops, or the name of another file with such a list. */
function opsOrFile(definition: string, node: JsonNode | undefined): JsonNode {
  const description = 'A file with the ops, or preset:NAME.';
  const file: JsonNode = { type: 'string', description };
  return { ...described(node), anyOf: [{ type: 'array', items: ref(definition) }, file] };
}

function described({ description }: JsonNode = {}): JsonNode {
  return description === undefined ? {} : { description };
}

/** In a file, an optimiser or a schedule without a name is that of the model. */
function withNameless({ properties = {}, ...train }: JsonNode): JsonNode {
  const named = Object.fromEntries(
    ['optimiser', 'schedule'].map((name) => {
      const { oneOf = [], ...rest } = properties[name] ?? {};
      return [name, { ...rest, anyOf: oneOf.map(({ required: _, ...each }) => each) }];
    }),
  );
  return { ...train, properties: { ...properties, ...named } };
}
