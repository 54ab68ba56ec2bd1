import type { Recipe } from '@sprout/core';
import { z } from 'zod';

const channels = z.array(z.number()).min(1);

/** The fields of `sprout.json` besides the model's input and the hashes. */
export const modelCardSchema = z.strictObject({
  /** Class `n` belongs to output `n`. */
  classes: z.array(z.string()).min(2),
  /** How an image is prepared for the model. */
  recipe: z.array(z.looseObject({ op: z.string() })),
  recipeHash: z.string(),
  /** Program or library -> version. */
  versions: z.record(z.string(), z.string()),
  /** Of a model of tags: the probability from which on an image has the tag of output `n`. */
  thresholds: z.array(z.number().min(0).max(1)).optional(),
});

/** The description that is saved with a model: its classes, its recipe and the versions that made it. */
export interface ModelCard {
  /** Class `n` belongs to output `n`. At least two. */
  readonly classes: readonly string[];
  /** How an image is prepared for the model, and the hash of the recipe. */
  readonly recipe: Recipe;
  readonly recipeHash: string;
  /** Program or library -> version. */
  readonly versions: Readonly<Record<string, string>>;
  /**
   * Only of a model of tags, which ends in sigmoids: an image has the tag `classes[n]` if output `n` is at least `thresholds[n]`, 0
   * to 1.
   */
  readonly thresholds?: readonly number[] | undefined;
}

const side = z.int().positive();

/** The whole of `sprout.json`. */
export const sproutFileSchema = z.strictObject({
  ...modelCardSchema.shape,
  /** The version of the file's layout. */
  schema: z.literal(1),
  input: z.strictObject({
    height: side,
    width: side,
    channels: side,
    channelOrder: z.enum(['rgb', 'bgr']).optional(),
    normalisation: z.strictObject({ mean: channels, deviation: z.array(z.number().positive()) }),
  }),
  /** File name -> SHA-256 in hexadecimal. */
  files: z.strictObject({ 'model.json': z.string(), 'weights.bin': z.string() }),
  /** The SHA-256 of all other fields, as canonical JSON. */
  seal: z.string(),
});

export type SproutFile = z.output<typeof sproutFileSchema>;
