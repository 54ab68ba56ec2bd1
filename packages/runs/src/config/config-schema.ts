import {
  type BaseName,
  earlyStoppingSchema,
  type FILE_BASE,
  mixSchema,
  type ModelName,
  optimiserSchema,
  type RequestedEngine,
  scheduleSchema,
  stageSchema,
} from '@sprout/train';
import type { AugmentationOp, RecipeOp } from '@sprout/imgproc';
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
    z.strictObject({
      perClass: wholeSchema(LIMITS.perClass).describe('The number of images of each class.'),
    }),
    z.strictObject({
      fraction: z.number().gt(0).lt(1).describe('The share of the images of each class.'),
    }),
  ],
  { error: 'must be { fraction: 0.2 }, below 1, or { perClass: 12 }, a whole number' },
);

/** The number of images in a batch, where neither the configuration nor the model says one. */
export const BATCH_SIZE = 32;

const dataSchema = z.strictObject({
  folder: z
    .string()
    .min(1, { error: 'must name a folder' })
    .optional()
    .describe('The folder of the images, with one sub-folder for each class.'),
  parts: z
    .strictObject({
      training: z.string().min(1).describe('The folder of the training images.'),
      validation: z.string().min(1).describe('The folder of the validation images.'),
    })
    .optional()
    .describe(
      'The folders with the training and the validation images, each with one sub-folder for each class: paths in `folder`.',
    ),
  // a fifth of each class is enough to judge a model on small data sets, and leaves most images for training
  validation: validationSchema
    .default({ fraction: 0.2 })
    .describe('The validation images: a number of each class, or a share of it.'),
  validationBy: z
    .enum(VALIDATION_WAYS)
    .default('random')
    .describe(
      'How they are chosen: `random` by the seed, `hash` the files whose SHA-256 of `class/file` is smallest.',
    ),
  innerValidation: validationSchema
    .optional()
    .describe(
      'Puts the validation images aside, and takes this many of the training images in their place: for comparing models.',
    ),
  split: z
    .string()
    .min(1, { error: 'must name a CSV file' })
    .optional()
    .describe(
      'A CSV file with the columns path and subset (`training` or `validation`), which takes precedence over the other fields of a split.',
    ),
  groupBy: z
    .string()
    .refine((text) => isTable(text) || pattern(text) !== undefined, {
      error: 'must be a regular expression, or a CSV file',
    })
    .optional()
    .describe(
      'Keeps files of one group in one subset: a regular expression for their path, or a CSV file with the columns path and group.',
    ),
  tags: z
    .string()
    .min(1, { error: 'must name a CSV file' })
    .optional()
    .describe(
      'A CSV file with the columns path and tags: then an image may have several tags, and needs no class folder.',
    ),
  onBad: z
    .enum([fail, skip])
    .default(fail)
    .describe('What to do with images that cannot be used: stop, or leave them out.'),
  followLinks: z
    .boolean()
    .default(false)
    .describe('Whether links that lead out of the folder are followed.'),
  pixelLimit: wholeSchema(LIMITS.pixelLimit)
    .optional()
    .describe('An image file with more pixels is bad; 268,402,689 if left out.'),
  cache: z
    .boolean()
    .default(true)
    .describe(
      'Whether prepared images are kept on disk, so that later epochs and runs need not decode the files.',
    ),
  features: z
    .string()
    .min(1)
    .optional()
    .describe(
      'The path of a feature store, on whose features the head is trained. `auto` makes a store in the cache, `none` runs the images through the base in every epoch.',
    ),
});

const trainSchema = z.strictObject({
  epochs: wholeSchema(LIMITS.epochs)
    .optional()
    .describe('The number of times that each image is seen; by default that of the model.'),
  batchSize: wholeSchema(LIMITS.batchSize)
    .optional()
    .describe(`The number of images in a batch; by default that of the model, or ${BATCH_SIZE}.`),
  optimiser: optimiserSchema
    .optional()
    .describe('What updates the weights; by default that of the model.'),
  schedule: scheduleSchema
    .optional()
    .describe('How the learning rate changes over the epochs; by default that of the model.'),
  stages: z
    .array(stageSchema)
    .min(1)
    .readonly()
    .optional()
    .describe(
      'The stages of the training of a base with a head. `epochs` takes precedence over the epochs of the last one.',
    ),
  labelSmoothing: z
    .number()
    .min(0)
    .lt(1)
    .optional()
    .describe(
      'The share of the probability of the true class that is spread over all classes; by default that of the model.',
    ),
  mix: mixSchema
    .optional()
    .describe(
      'Mixes the images and labels of each training batch; they are not mixed if it is left out.',
    ),
  classWeights: z
    .enum(['none', 'balanced'])
    .default('none')
    .describe('`balanced` counts images of rare classes more, so that all classes count the same.'),
  earlyStopping: earlyStoppingSchema
    .optional()
    .describe(
      'Stops a training that no longer improves; it does not stop early if it is left out.',
    ),
  keep: z
    .enum(['best', 'last'])
    .default('best')
    .describe('The epoch whose weights become the model.'),
  checkpointSeconds: z
    .number()
    .min(0)
    .default(15)
    .describe(
      'The most seconds between two checkpoints. One is also written at the end of each epoch.',
    ),
  seed: wholeSchema(LIMITS.seed)
    .default(0)
    .describe('Addresses all randomness: the same seed gives the same training.'),
});

/** The schema of configurations. Every field is optional; unknown fields are errors. */
export const configSchema = z.strictObject({
  data: dataSchema.prefault({}).describe('The images, and how they are divided.'),
  recipe: z
    .array(opSchema)
    .optional()
    .describe('The preparation of each image, op by op; by default that of the model.'),
  augment: z
    .array(opSchema)
    .optional()
    .describe(
      'The random changes of training images, op by op; by default that of the model, and none for `[]`.',
    ),
  /** `modelDefaults` has the schema of the parameters of each model. */
  model: z
    .looseObject({
      name: z.string().default('small-cnn'),
      weights: z.union([z.string(), z.looseObject({ file: z.string() })]).optional(),
      /** The time for the model `auto`. */
      budget: z.string().optional(),
      trainable: z.string().optional(),
    })
    .prefault({})
    .describe('The model, and its parameters.'),
  train: trainSchema.prefault({}).describe('The training.'),
  engine: z
    .enum(ENGINES satisfies readonly RequestedEngine[])
    .default('auto')
    .describe('What computes; `auto` takes the fastest that is available.'),
  workers: wholeSchema(LIMITS.workers)
    .optional()
    .describe(
      'The number of threads that prepare images; 0 prepares them in the main thread. By default one for each core, at most 8.',
    ),
});

export type Config = z.output<typeof configSchema>;

type Written = z.input<typeof configSchema>;

/** A configuration as users write it. */
export interface ConfigInput extends Omit<Written, 'recipe' | 'augment' | 'model'> {
  readonly recipe?: readonly RecipeOp[] | undefined;
  readonly augment?: readonly AugmentationOp[] | undefined;
  readonly model?: ModelInput | undefined;
}

/** The name of a model and its parameters, which `sprout models NAME` lists. */
export interface ModelInput {
  readonly name?: GivenModel | undefined;
  readonly [parameter: string]: unknown;
}

/** A model by its name; the file of a Keras or TensorFlow.js model, as a base; or `auto`, which finds one. */
export type GivenModel =
  | ModelName
  | BaseName
  | 'auto'
  | typeof FILE_BASE
  | `${string}.${'keras' | 'h5' | 'hdf5' | 'json'}`;

function wholeSchema({ least, most }: WholeRange): z.ZodInt {
  const schema = z.int().min(least);
  return most === undefined ? schema : schema.max(most);
}
