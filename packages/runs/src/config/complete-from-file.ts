import { FILE_BASE, outlineInFile } from '@sprout/train';
import { z } from 'zod';
import { readWeightsFile } from '../transfer/read-weights-file.ts';
import { override } from './override.ts';

const writtenSchema = z.looseObject({
  model: z.looseObject({ name: z.string(), weights: z.unknown().optional() }),
  recipe: z.unknown().optional(),
});
const fileSchema = z.union([z.string(), z.looseObject({ file: z.string() })]);

/** Whether a name is that of a file of a model. */
export function isModelFile(name: string): boolean {
  return /\.(keras|h5|hdf5|json)$/i.test(name);
}

/** A configuration whose model is named by a file has the base `file`, with this file as its weights. */
export function withNamedFile(config: unknown): unknown {
  const { data: written } = writtenSchema.safeParse(config);
  if (written === undefined || !isModelFile(written.model.name)) return config;
  const { name, ...model } = written.model;
  return override(config, ['model'], { weights: name, ...model, name: FILE_BASE });
}

/**
 * Completes a configuration of a base in a file: without a recipe, the images are resized to the size that the file states.
 *
 * @throws {SproutError} `file-missing`, `file-invalid`
 */
export async function completeFromFile(config: unknown): Promise<unknown> {
  const { data: written } = writtenSchema.safeParse(config);
  const { data: weights } = fileSchema.safeParse(written?.model.weights);
  if (written?.model.name !== FILE_BASE || written.recipe !== undefined || weights === undefined)
    return config;
  const file = typeof weights === 'string' ? weights : weights.file;
  if (/^https?:/.test(file)) return config; // its size is not known before it is there
  const { content } = await readWeightsFile(file);
  const { height, width } = outlineInFile(content, { file, input: 'raw' }).input;
  const resize = { op: 'resize', height, width, resampler: 'pil-bilinear' };
  return override(config, ['recipe'], [resize]);
}
