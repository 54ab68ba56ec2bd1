import {
  earlyStoppingSchema,
  mixSchema,
  optimiserSchema,
  type RequestedEngine,
  scheduleSchema,
  stageSchema,
} from '@sprout/train';
import { z } from 'zod';
import { isTable } from './is-table.ts';
import { pattern } from './pattern.ts';
import {
  BAD_IMAGE_POLICIES,
  ENGINES,
  LIMITS,
  VALIDATION_WAYS,
  type WholeRange,
} from '../options/limits.ts';

const [skip, fail] = BAD_IMAGE_POLICIES; // the JSON schema lists the default first

/** One op of a recipe or an augmentation. `parseRecipe` and `parseAugmentation` check its fields. */
export const opSchema = z.looseObject({ op: z.string() });

const validationSchema = z.union(
  [
    z.strictObject({ perClass: wholeSchema(LIMITS.perClass) }),
    z.strictObject({ fraction: z.number().gt(0).lt(1) }),
  ],
  { error: 'must be { fraction: 0.2 }, below 1, or { perClass: 12 }, a whole number' },
);

/** The number of images in a batch, where neither the configuration nor the model says one. */
export const BATCH_SIZE = 32;

/** The schema of configurations. Every field is optional; unknown fields are errors. */
export const configSchema = z.strictObject({
  data: z
    .strictObject({
      folder: z.string().min(1, { error: 'must name a folder' }).optional(),
      /** The folders with the training and the validation images, each with one sub-folder a class: paths in `folder`. */
      parts: z
        .strictObject({ training: z.string().min(1), validation: z.string().min(1) })
        .optional(),
      /** A fifth of each class is enough to judge a model on small data sets, and leaves most images for training. */
      validation: validationSchema.default({ fraction: 0.2 }),
      /** `random` chooses by the seed, `hash` the files whose SHA-256 of `class/file` is smallest. */
      validationBy: z.enum(VALIDATION_WAYS).default('random'),
      /** Puts the validation images aside, and takes this share of the training images in their place: for comparing models. */
      innerValidation: validationSchema.optional(),
      /** A CSV file of paths and subsets, `training` or `validation`, which takes precedence over the other fields of a split. */
      split: z.string().min(1, { error: 'must name a CSV file' }).optional(),
      /** A regular expression or a CSV file of paths and groups. Files of one group are in one subset. */
      groupBy: z
        .string()
        .refine((text) => isTable(text) || pattern(text) !== undefined, {
          error: 'must be a regular expression, or a CSV file',
        })
        .optional(),
      /** A CSV file of paths and tags: then an image may have several tags, and needs no class folder. */
      tags: z.string().min(1, { error: 'must name a CSV file' }).optional(),
      onBad: z.enum([fail, skip]).default(fail),
      /** Follows links that lead out of the folder. */
      followLinks: z.boolean().default(false),
      /** An image file with more pixels is bad; 268,402,689 if left out. */
      pixelLimit: wholeSchema(LIMITS.pixelLimit).optional(),
      /** Caches prepared images on disk, so that later epochs and runs need not decode the files. */
      cache: z.boolean().default(true),
      /**
       * The path of a feature store: the head is trained on its features. `auto` makes a store in the cache, `none` runs the images
       * through the base in every epoch.
       */
      features: z.string().min(1).optional(),
    })
    .prefault({}),
  recipe: z.array(opSchema).optional(),
  augment: z.array(opSchema).optional(),
  /** `modelDefaults` has the schema of the parameters of each model. */
  model: z
    .looseObject({
      name: z.string().default('small-cnn'),
      weights: z.union([z.string(), z.looseObject({ file: z.string() })]).optional(),
      /** The time for the model `auto`. */
      budget: z.string().optional(),
      trainable: z.string().optional(),
    })
    .prefault({}),
  train: z
    .strictObject({
      epochs: wholeSchema(LIMITS.epochs).optional(),
      batchSize: wholeSchema(LIMITS.batchSize).optional(),
      optimiser: optimiserSchema.optional(),
      schedule: scheduleSchema.optional(),
      /** The stages of the training of a base with a head. `epochs` takes precedence over the epochs of the last one. */
      stages: z.array(stageSchema).min(1).readonly().optional(),
      labelSmoothing: z.number().min(0).lt(1).optional(),
      /** Mixes the images and labels of each training batch. The images are not mixed by default. */
      mix: mixSchema.optional(),
      classWeights: z.enum(['none', 'balanced']).default('none'),
      earlyStopping: earlyStoppingSchema.optional(),
      /** The epoch whose weights become the model. */
      keep: z.enum(['best', 'last']).default('best'),
      /** The most seconds between two checkpoints. One is also written at the end of each epoch. */
      checkpointSeconds: z.number().min(0).default(15),
      seed: wholeSchema(LIMITS.seed).default(0),
    })
    .prefault({}),
  engine: z.enum(ENGINES satisfies readonly RequestedEngine[]).default('auto'),
  workers: wholeSchema(LIMITS.workers).optional(),
});

export type Config = z.output<typeof configSchema>;

/** A configuration as users write it. */
export type ConfigInput = z.input<typeof configSchema>;

function wholeSchema({ least, most }: WholeRange): z.ZodInt {
  const schema = z.int().min(least);
  return most === undefined ? schema : schema.max(most);
}
