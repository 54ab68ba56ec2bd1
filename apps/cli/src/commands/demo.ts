import { demo as demonstrate } from '@sprout/runs';
import { interruptible } from '../terminal/interruptible.ts';
import { createReporter, type ReporterOptions } from '../terminal/reporter.ts';

export interface DemoCommandOptions extends ReporterOptions {
  readonly out: string;
}

/** `sprout demo`: draws a synthetic data set, examines it, trains two models on it and compares them in one report. */
export async function demo(options: DemoCommandOptions): Promise<void> {
  const reporter = createReporter(options);
  const result = await interruptible(reporter, (context) => demonstrate(options, context));
  const accuracies = result.runs.map(
    ({ model, validationAccuracy }) => `${model} ${(validationAccuracy * 100).toFixed(1)} %`,
  );
  reporter.note(`validation accuracy: ${accuracies.join(', ')}`);
  reporter.result(result.report, result);
}
