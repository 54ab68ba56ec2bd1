import { earlyStoppingSchema, optimiserSchema, scheduleSchema } from '@sprout/train';
import { z } from 'zod';

/** One op of a recipe or an augmentation; the op itself is checked by the package that knows it. */
const opSchema = z.looseObject({ op: z.string() });

const validationSchema = z.union([
  z.strictObject({ perClass: z.int().min(1) }),
  z.strictObject({ fraction: z.number().gt(0).lt(1) }),
]);

/** A configuration as users write it: everything may be left out, nothing unknown may be there. */
export const configSchema = z.strictObject({
  data: z
    .strictObject({
      folder: z.string().optional(),
      /** A fifth of each class tells enough about small sets and leaves most for training. */
      validation: validationSchema.default({ fraction: 0.2 }),
      /** `random` by the seed; `hash` takes the files whose SHA-256 of `class/file` is smallest. */
      validationBy: z.enum(['random', 'hash']).default('random'),
      /** A regular expression or a CSV file of paths and groups: files of one group stay on one side of the split. */
      groupBy: z.string().optional(),
      onBad: z.enum(['fail', 'skip']).default('fail'),
      /** Keep prepared images on disk, so that later epochs and runs do not decode again. */
      cache: z.boolean().default(true),
    })
    .prefault({}),
  recipe: z.array(opSchema).optional(),
  augment: z.array(opSchema).optional(),
  model: z.looseObject({ name: z.string().default('small-cnn') }).prefault({}),
  train: z
    .strictObject({
      epochs: z.int().min(1).max(100_000).optional(),
      batchSize: z.int().min(1).max(65_536).default(32),
      optimiser: optimiserSchema.optional(),
      schedule: scheduleSchema.optional(),
      labelSmoothing: z.number().min(0).lt(1).optional(),
      classWeights: z.enum(['none', 'balanced']).default('none'),
      earlyStopping: earlyStoppingSchema.optional(),
      /** Which epoch's weights become the model. */
      keep: z.enum(['best', 'last']).default('best'),
      /** The most seconds of work that a crash may cost, epochs' ends aside. */
      checkpointSeconds: z.number().min(0).default(15),
      seed: z.int().min(0).default(0),
    })
    .prefault({}),
  engine: z.enum(['auto', 'onnx', 'wasm', 'tensorflow', 'cpu']).default('auto'),
  workers: z.int().min(0).max(64).optional(),
});

export type Config = z.output<typeof configSchema>;
