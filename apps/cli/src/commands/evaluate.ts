import { type ConfigOptions, evaluate as evaluateModel, resolveConfig } from '@sprout/runs';
import { countedIs } from '../terminal/counted-is.ts';
import { evaluationText, seenText } from '../terminal/evaluation-text.ts';
import { interruptible } from '../terminal/interruptible.ts';
import { printConfig } from '../terminal/print-config.ts';
import { robustnessText } from '../terminal/robustness-text.ts';
import { createReporter, type ReporterOptions } from '../terminal/reporter.ts';

export interface EvaluateCommandOptions extends ConfigOptions, ReporterOptions {
  readonly printConfig?: boolean | undefined;
  readonly tags?: string | undefined;
  readonly corruptions?: boolean | undefined;
  readonly out?: string | undefined;
}

/** `sprout evaluate`: evaluates a model on every image of a class folder, with the recipe and the class map of the model. */
export async function evaluate(
  run: string,
  folder: string,
  options: EvaluateCommandOptions,
): Promise<void> {
  const reporter = createReporter(options);
  const own = { ...options, run, folder };
  if (options.printConfig === true) return printConfig(await resolveConfig(own), reporter);
  const { evaluation, bad, out, report, robustness } = await interruptible(reporter, (context) =>
    evaluateModel(own, context),
  );
  if (bad.length > 0) reporter.warn(`${countedIs(bad.length, 'image')} left out, as unusable`);
  const warning = seenText(evaluation);
  if (warning !== undefined) reporter.warn(warning);
  const parts = [evaluationText(evaluation), robustness && robustnessText(robustness), report];
  const text = parts.filter((part) => part !== undefined).join('\n\n');
  reporter.result(text, { ...evaluation, ...(robustness && { robustness }), out });
}
