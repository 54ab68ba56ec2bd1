import { SproutError, writeFolder } from '@sprout/core';
import { loadModel, saveModel } from '@sprout/train';
import { join } from 'node:path';
import { modelFolder } from '../model/open-model.ts';

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

const FILES = ['model.json', 'weights.bin', 'sprout.json'];

/** See `exportModel` in `commands.ts`. */
export async function exportModel({
  run,
  out,
  format = 'tfjs',
}: ExportModelOptions): Promise<ExportModelResult> {
  checkFormat(format);
  const { definition, card } = await loadModel(await modelFolder(run));
  await writeFolder(out, {
    fill: (temporary) => saveModel(temporary, definition, card),
    last: 'model.json', // a folder without it is not read as a model
  });
  return { format, files: FILES.map((name) => join(out, name)) };
}

/** Callers in JavaScript may pass any text. @throws {SproutError} `option-invalid` */
function checkFormat(value: string): void {
  if (value !== 'tfjs')
    throw new SproutError('option-invalid', { option: 'format', value, rule: 'tfjs' });
}
