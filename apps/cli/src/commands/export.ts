import { exportModel as exportTo } from '@sprout/runs';
import type { ExportFormat } from '@sprout/runs/options';
import { createReporter, type ReporterOptions } from '../terminal/reporter.ts';

export interface ExportCommandOptions extends ReporterOptions {
  readonly format: ExportFormat;
}

/** `sprout export`: writes the model of a run in another format, and prints the paths of the files. */
export async function exportModel(
  run: string,
  out: string,
  options: ExportCommandOptions,
): Promise<void> {
  const result = await exportTo({ run, out, format: options.format });
  createReporter(options).result(result.files.join('\n'), result);
}
