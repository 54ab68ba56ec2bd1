import { type Augmentation, type Recipe, SproutError } from '@sprout/core';
import {
  baseEntry,
  BASES,
  FILE_BASE,
  isBase,
  isModelName,
  modelEntry,
  MODELS,
  type Pooling,
  stagesOf,
  type TrainingDefaults,
  type TransferDefaults,
  transferDefaults,
  transferSchema,
  trainsHeadOnly,
} from '@sprout/train';
import type { z } from 'zod';
import { AUTO } from './search-section.ts';
import type { ModelSection } from '../transfer/transfer-of.ts';

/** The defaults of a model, or of a base with a head. */
export interface ModelDefaults {
  /** One phrase. */
  readonly summary: string;
  /** The schema of the fields of the section `model` except for the name. */
  readonly parameters: z.ZodType;
  readonly recipe: Recipe;
  readonly augmentation: Augmentation;
  readonly training: TrainingDefaults;
  /** How the base ends; only of bases. */
  readonly pooling?: Pooling;
  /** The layers of the head before the classes; only of bases. */
  readonly head?: TransferDefaults['head'];
}

/** The names of all models and bases. */
export function modelNames(): string[] {
  return [...MODELS.keys(), ...BASES.keys()];
}

/**
 * The defaults for a section `model`, whose fields need not be valid.
 *
 * @throws {SproutError} `name-unknown`, with the nearest name.
 */
export function modelDefaults({ name, trainable = 'none' }: ModelSection): ModelDefaults {
  if (isModelName(name)) return modelEntry(name);
  if (!isBase(name))
    throw new SproutError('name-unknown', { kind: 'model', name, known: [...modelNames(), AUTO] });
  const isFrozen = stagesOf(String(trainable)).every(trainsHeadOnly);
  return {
    summary: name === FILE_BASE ? 'the network in a file' : baseEntry(name).summary,
    parameters: transferSchema(name),
    ...transferDefaults(name, isFrozen ? 'none' : 'all'),
  };
}
