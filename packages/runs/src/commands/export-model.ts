import { SproutError } from '@sprout/core';
import { loadModel, saveModel } from '@sprout/train';
import { join } from 'node:path';
import { modelFolder } from '../model/open-model.ts';
import { pathExists } from '../run/path-exists.ts';

export interface ExportModelOptions {
  /** A run folder, or a model folder. */
  readonly run: string;
  /** The folder to write. */
  readonly out: string;
  /** The only format is `tfjs`. */
  readonly format?: 'tfjs' | undefined;
}

export interface ExportModelResult {
  readonly format: 'tfjs';
  readonly files: readonly string[];
}

/** See `exportModel` in `commands.ts`. */
export async function exportModel({
  run,
  out,
  format = 'tfjs',
}: ExportModelOptions): Promise<ExportModelResult> {
  const { definition, card } = await loadModel(await modelFolder(run));
  const file = join(out, 'model.json');
  if (await pathExists(file)) throw new SproutError('file-exists', { file });
  await saveModel(out, definition, card);
  const files = ['model.json', 'weights.bin', 'sprout.json'].map((name) => join(out, name));
  return { format, files };
}
