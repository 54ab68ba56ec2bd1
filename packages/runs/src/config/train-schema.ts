import {
  earlyStoppingSchema,
  mixSchema,
  optimiserSchema,
  scheduleSchema,
  stageSchema,
} from '@sprout/train';
import { z } from 'zod';
import { LIMITS } from '../options/limits.ts';
import { wholeSchema } from './whole-schema.ts';

/** The number of images in a batch, unless the configuration or the model has one. */
export const BATCH_SIZE = 32;

/** The schema of the section `train` of a configuration. */
export const trainSchema = z.strictObject({
  epochs: wholeSchema(LIMITS.epochs)
    .optional()
    .describe('The number of times that each image is seen; by default that of the model.'),
  batchSize: wholeSchema(LIMITS.batchSize)
    .optional()
    .describe(`The number of images in a batch; by default that of the model, or ${BATCH_SIZE}.`),
  optimiser: optimiserSchema
    .optional()
    .describe('The optimiser, which updates the weights; by default that of the model.'),
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
      'The largest number of seconds between two checkpoints. One is also written at the end of each epoch.',
    ),
  seed: wholeSchema(LIMITS.seed)
    .default(0)
    .describe('The seed of all random numbers: the same seed gives the same training.'),
});
