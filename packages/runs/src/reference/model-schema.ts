import { FILE_BASE, isBase, modelEntry, transferSchema } from '@sprout/train';
import { z } from 'zod';
import { modelDefaults, modelNames } from '../config/model-defaults.ts';
import { AUTO, searchSchema } from '../config/search-section.ts';
import type { JsonNode } from './json-node.ts';

const SEARCH =
  'finds a model: compares the models and the bases whose weights are available, and trains the best';

/** Every name that the section `model` may have. */
export function sectionNames(): string[] {
  return [...modelNames(), FILE_BASE, AUTO];
}

/** What a name of the section `model` stands for, in one phrase. */
export function modelSummary(name: string): string {
  return name === AUTO ? SEARCH : modelDefaults({ name }).summary;
}

/** The JSON schema of the parameters of a model: the fields of the section `model` beside the name. */
export function parameterSchema(name: string): JsonNode {
  return z.toJSONSchema(parametersOf(name), {
    io: 'input',
    target: 'draft-7',
    override: ({ jsonSchema }) => void delete jsonSchema.readOnly,
  }) as JsonNode; // of draft 7
}

function parametersOf(name: string): z.ZodType {
  if (name === AUTO) return searchSchema;
  return isBase(name) ? transferSchema(name) : modelEntry(name).parameters;
}

/** The JSON schemas of the section `model`, one for each name. */
export function modelSchemas(): JsonNode[] {
  const byName = sectionNames().map((name) => {
    const own = { type: 'string', const: name, description: sentence(modelSummary(name)) };
    // small-cnn is the default
    return section(name, name === 'small-cnn' ? { ...own, default: name } : own);
  });
  const description = 'The file of a Keras or TensorFlow.js model, as a base.';
  const file = { type: 'string', pattern: '\\.(keras|h5|hdf5|json)$', description };
  return [...byName, section(FILE_BASE, file)];
}

function section(name: string, own: JsonNode): JsonNode {
  const { properties = {}, required = [] } = parameterSchema(name);
  const node = {
    type: 'object',
    properties: { name: own, ...properties },
    additionalProperties: false,
  };
  return { ...node, required: own.default === undefined ? ['name', ...required] : required };
}

function sentence(phrase: string): string {
  return `${phrase.replace(/^./, (first) => first.toUpperCase())}.`;
}
