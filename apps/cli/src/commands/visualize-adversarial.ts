import {
  resolveConfig,
  visualizeAdversarial as attackImages,
  type VisualizeAdversarialOptions,
} from '@sprout/runs';
import { adversarialText } from '../terminal/adversarial-text.ts';
import { interruptible } from '../terminal/interruptible.ts';
import { printConfig } from '../terminal/print-config.ts';
import { createReporter, type ReporterOptions } from '../terminal/reporter.ts';

export interface VisualizeAdversarialCommandOptions
  extends Omit<VisualizeAdversarialOptions, 'run' | 'images'>, ReporterOptions {
  readonly printConfig?: boolean | undefined;
}

/** `sprout visualize adversarial`: prints the smallest change of each image, and the path of the sheet. */
export async function visualizeAdversarial(
  run: string,
  images: readonly string[],
  options: VisualizeAdversarialCommandOptions,
): Promise<void> {
  const reporter = createReporter(options);
  const own = { ...options, run, images };
  if (options.printConfig === true) return printConfig(await resolveConfig(own), reporter);
  const result = await interruptible(reporter, (context) => attackImages(own, context));
  reporter.result(adversarialText(result), result);
}
