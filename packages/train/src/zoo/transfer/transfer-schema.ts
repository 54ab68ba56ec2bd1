import { z } from 'zod';
import { headSchema } from '../../model/surgery/head-spec.ts';
import { baseEntry, BASES } from '../bases/base-table.ts';
import { FILE_BASE } from '../file/base-in-file.ts';
import { normalTrainable } from './stage-schema.ts';
import { INPUT_FUNCTIONS, type InputFunctionName } from '../input/input-functions.ts';

/** The file of the weights of a base. A configuration may give its path or its URL alone. */
const weightsSchema = z.strictObject({
  file: z.string().min(1),
  /** Of the contents of the file; of `model.json` and the files that it names for TensorFlow.js. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hexadecimal')
    .optional(),
  /** How the file holds them, as `readWeights` finds out. */
  format: z.string().optional(),
  /** The library that released them. */
  library: z.string().optional(),
  /** Where the file was downloaded. */
  address: z.string().optional(),
  licence: z.string().optional(),
  /** The page of the project that publishes the file. */
  source: z.string().optional(),
});

const path = z
  .string()
  .min(1)
  .transform((file): z.output<typeof weightsSchema> => ({ file }));

/** A layer of a head: its name, its name with its main number, or all of its fields. */
const headLayerSchema = z.union(
  [
    z.enum(['flatten', 'average', 'max', 'batch-norm']),
    z.strictObject({ dense: z.int().positive() }),
    z.strictObject({ dropout: z.number().min(0).lt(1) }),
    headSchema.element,
  ],
  {
    error:
      'must be flatten, average, max, batch-norm, { dense: 256 }, { dropout: 0.5 }, or a layer with all its fields',
  },
);

const names = Object.keys(INPUT_FUNCTIONS) as InputFunctionName[]; // the keys of the table

const fields = {
  weights: z
    .union([weightsSchema, path], { error: 'must be the path of a file, or a URL' })
    .optional(),
  /** The layers below the classes. A dense layer for the classes, with a softmax, is added to them. */
  head: z.array(headLayerSchema).optional(),
  /** How the base ends. */
  pooling: z.enum(['none', 'avg', 'max']).optional(),
  /** The layers of the base that are trained, in each stage of the training. Those of the head always are. */
  trainable: z
    .string()
    .regex(
      /^(none|head|all|from:[^,]+)(, *(none|head|all|from:[^,]+))*$/,
      'must be none (or head), all, or from:LAYER, or several of them, one for each stage',
    )
    .transform(normalTrainable)
    .default('none'),
  /** The input function; by default that of the release of the weights. */
  input: z.enum(names).optional(),
};

/** The parameters of a base in a file. */
const fileParameters = {
  /** The last layer of the base; by default the one below the classifier of the model. */
  truncateAt: z.string().min(1).optional(),
};

/**
 * The schema of a base with a head, as a configuration describes it: the fields of `TransferOptions` and the parameters of the base.
 *
 * @throws {SproutError} `name-unknown` for the base.
 */
export function transferSchema(base: string): z.ZodObject<typeof fields> {
  const parameters = base === FILE_BASE ? fileParameters : baseEntry(base).parameters.shape;
  return z.strictObject({ ...fields, ...parameters });
}

/** Whether a name is that of a base: of a network with released weights, or `file`. */
export function isBase(name: string): boolean {
  return name === FILE_BASE || BASES.has(name);
}

/** A base with a head, without the parameters of the base. */
export type TransferOptions = z.output<ReturnType<typeof transferSchema>>;

/** The layers below the classes, as a configuration writes them. */
export type HeadLayers = NonNullable<TransferOptions['head']>;

/** The fields of a base with a head that are not parameters of the base. */
export const TRANSFER_FIELDS: readonly string[] = Object.keys(fields);
