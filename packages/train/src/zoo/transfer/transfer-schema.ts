import { z } from 'zod';
import { headSchema } from '../../model/surgery/head-spec.ts';
import { baseEntry, type BaseName, isBaseName } from '../bases/base-table.ts';
import { FILE_BASE } from '../file/base-in-file.ts';
import { normalTrainable } from './stage-schema.ts';
import { INPUT_FUNCTIONS, type InputFunctionName } from '../input/input-functions.ts';

/** The file of the weights of a base. A configuration may give its path or its URL alone. */
const weightsSchema = z.strictObject({
  file: z.string().min(1).describe('The path of the file, or its URL.'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hexadecimal')
    .optional()
    .describe(
      'The SHA-256 of the contents; for TensorFlow.js that of `model.json` and of the files that it names. A file with another hash is refused.',
    ),
  format: z.string().optional().describe('The format of the file; a run records it.'),
  library: z
    .string()
    .optional()
    .describe('The library that released the weights; a run records it.'),
  address: z
    .string()
    .optional()
    .describe('The URL from which the file was downloaded; a run records it.'),
  licence: z.string().optional().describe('The licence of the weights; a run records it.'),
  source: z
    .string()
    .optional()
    .describe('The page of the project that publishes the file; a run records it.'),
});

const path = z
  .string()
  .min(1)
  .transform((file): z.output<typeof weightsSchema> => ({ file }));

/** A layer of a head: its name, its name with its main number, or all of its fields. */
const headLayerSchema = z.union(
  [
    z.enum(['flatten', 'average', 'max', 'batch-norm']),
    z.strictObject({
      dense: z.int().positive().describe('A dense layer with this number of units and a ReLU.'),
    }),
    z.strictObject({ dropout: z.number().min(0).lt(1).describe('A dropout of this rate.') }),
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
    .optional()
    .describe(
      'The file of the released weights: its path, or its URL. By default the file is downloaded if its address is known.',
    ),
  head: z
    .array(headLayerSchema)
    .optional()
    .describe(
      'The layers below the classes: `flatten`, `average`, `max`, `batch-norm`, `{ dense: 256 }`, `{ dropout: 0.5 }`. A dense layer for the classes is added.',
    ),
  pooling: z
    .enum(['none', 'avg', 'max'])
    .optional()
    .describe(
      'The output of the base: the maps of its last layer (`none`), or the mean (`avg`) or the maximum (`max`) of each channel.',
    ),
  trainable: z
    .string()
    .regex(
      /^(none|head|all|from:[^,]+)(, *(none|head|all|from:[^,]+))*$/,
      'must be none (or head), all, or from:LAYER, or several of them, one for each stage',
    )
    .transform(normalTrainable)
    .default('none')
    .describe(
      'The layers of the base that are trained: `none` (or `head`), `all`, or `from:LAYER`; several of them, as in `head,all`, are the stages of the training. The head is always trained.',
    ),
  input: z
    .enum(names)
    .optional()
    .describe(
      'The input function, which turns bytes into the numbers that the network expects; by default that of the release.',
    ),
};

/** The parameters of a base in a file. */
const fileParameters = {
  truncateAt: z
    .string()
    .min(1)
    .optional()
    .describe('The last layer of the base; by default the one below the classifier of the model.'),
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
export function isBase(name: string): name is BaseName | typeof FILE_BASE {
  return name === FILE_BASE || isBaseName(name);
}

/** A base with a head, without the parameters of the base. */
export type TransferOptions = z.output<ReturnType<typeof transferSchema>>;

/** The layers below the classes, as a configuration writes them. */
export type HeadLayers = NonNullable<TransferOptions['head']>;

/** The fields of a base with a head that are not parameters of the base. */
export const TRANSFER_FIELDS: readonly string[] = Object.keys(fields);
