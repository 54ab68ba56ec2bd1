import { exportModel as exportTo } from '@sprout/runs';
import { createReporter, type ReporterOptions } from '../terminal/reporter.ts';

export interface ExportCommandOptions extends ReporterOptions {
  readonly format: 'tfjs';
}

/** `sprout export`: writes the model of a run as a folder that `tf.loadLayersModel` opens. Its `sprout.json` has the recipe. */
export async function exportModel(
  run: string,
  out: string,
  options: ExportCommandOptions,
): Promise<void> {
  const result = await exportTo({ run, out, format: options.format });
  createReporter(options).result(result.files.join('\n'), result);
}
