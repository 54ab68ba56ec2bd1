import { SproutError } from '@sprout/core';
import { logistic } from './logistic.ts';
import type { ModelEntry } from './model-entry.ts';
import { smallCnn } from './small-cnn.ts';

const entries = [logistic, smallCnn] as const;

/** The name of a model that is trained from scratch. */
export type ModelName = (typeof entries)[number]['name'];

/** The models that can be trained, by name, simplest first. */
export const MODELS: ReadonlyMap<ModelName, ModelEntry<ModelName>> = new Map(
  entries.map((entry) => [entry.name, entry]),
);

/** @throws {SproutError} `name-unknown`, with the nearest name. */
export function modelEntry(name: string): ModelEntry<ModelName> {
  if (!isModelName(name)) {
    throw new SproutError('name-unknown', { kind: 'model', name, known: [...MODELS.keys()] });
  }
  return MODELS.get(name)!; // each name has an entry
}

/** Whether a name is that of a model that is trained from scratch. */
export function isModelName(name: string): name is ModelName {
  return entries.some((entry) => entry.name === name);
}
