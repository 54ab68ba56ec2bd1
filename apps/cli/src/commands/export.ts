import { exportModel as exportTo, quoted } from '@sprout/runs';
import type { ExportFormat } from '@sprout/runs/options';
import { createReporter, type ReporterOptions } from '../terminal/reporter.ts';

export interface ExportCommandOptions extends ReporterOptions {
  readonly format: ExportFormat;
  readonly page: boolean;
}

/** `sprout export`: writes the model of a run in another format, and prints the paths of the files. */
export async function exportModel(
  run: string,
  out: string,
  options: ExportCommandOptions,
): Promise<void> {
  const { format, page } = options;
  const result = await exportTo({ run, out, format, page });
  const reporter = createReporter(options);
  if (result.pageFault !== undefined)
    reporter.warn(`the page cannot prepare images for this model: ${result.pageFault}`);
  reporter.result(result.files.join('\n'), result);
  if (page && format === 'tfjs')
    reporter.note(
      `the page works over HTTP: run npx http-server ${quoted(out)} and open the address that it prints`,
    );
}
