import { SproutError } from '@sprout/core';
import { logistic } from './logistic.ts';
import type { ModelEntry } from './model-entry.ts';
import { smallCnn } from './small-cnn.ts';

/** The models that can be trained, by name, simplest first. */
export const MODELS: ReadonlyMap<string, ModelEntry> = new Map(
  [logistic, smallCnn].map((entry) => [entry.name, entry]),
);

/** @throws {SproutError} `name-unknown`, with the nearest name. */
export function modelEntry(name: string): ModelEntry {
  const entry = MODELS.get(name);
  if (entry === undefined) {
    throw new SproutError('name-unknown', { kind: 'model', name, known: [...MODELS.keys()] });
  }
  return entry;
}
