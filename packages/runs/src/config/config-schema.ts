import type { AugmentationOp, RecipeOp } from '@sprout/imgproc';
import type { BaseName, FILE_BASE, ModelName, RequestedEngine } from '@sprout/train';
import { z } from 'zod';
import { ENGINES, LIMITS } from '../options/limits.ts';
import { dataSchema } from './data-schema.ts';
import { trainSchema } from './train-schema.ts';
import { wholeSchema } from './whole-schema.ts';

/** One op of a recipe or an augmentation. `parseRecipe` and `parseAugmentation` check its fields. */
export const opSchema = z.looseObject({ op: z.string() });

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
