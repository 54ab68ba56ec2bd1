import { type ImageSize, summary as summarise } from '@sprout/runs';
import { createReporter, type ReporterOptions } from '../terminal/reporter.ts';

export interface SummaryCommandOptions extends ReporterOptions {
  readonly size?: ImageSize | undefined;
  readonly classes?: number | undefined;
}

/** `sprout summary`: prints the layers of a model, which is given by its name, or of a trained model. */
export async function summary(model: string, options: SummaryCommandOptions): Promise<void> {
  const { size, classes } = options;
  const result = await summarise({ model, size, classes });
  createReporter(options).result(result.text, result.summary);
}
