import { SproutError } from '@sprout/core';
import { loadModel, saveModel } from '@sprout/train';
import { join } from 'node:path';
import { modelFolder } from '../compose/open-model.ts';
import { isThere } from '../run/is-there.ts';
import { createReporter, type ReporterOptions } from '../terminal/reporter.ts';

export interface ExportOptions extends ReporterOptions {
  readonly format: 'tfjs';
}

/** `sprout export`: the model of a run as a folder that `tf.loadLayersModel` opens; its `sprout.json` says how to feed it. */
export async function exportModel(
  path: string,
  out: string,
  options: ExportOptions,
): Promise<void> {
  const { definition, card } = await loadModel(await modelFolder(path));
  const taken = join(out, 'model.json');
  if (await isThere(taken)) throw new SproutError('file-exists', { file: taken });
  await saveModel(out, definition, card);
  const files = ['model.json', 'weights.bin', 'sprout.json'].map((name) => join(out, name));
  createReporter(options).result(files.join('\n'), { format: options.format, files });
}
