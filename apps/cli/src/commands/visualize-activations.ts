import {
  resolveConfig,
  visualizeActivations as drawActivations,
  type VisualizeActivationsOptions,
} from '@sprout/runs';
import { interruptible } from '../terminal/interruptible.ts';
import { printConfig } from '../terminal/print-config.ts';
import { createReporter, type ReporterOptions } from '../terminal/reporter.ts';

export interface VisualizeActivationsCommandOptions
  extends Omit<VisualizeActivationsOptions, 'run' | 'image'>, ReporterOptions {
  readonly printConfig?: boolean | undefined;
}

/** `sprout visualize activations`: prints the path of the picture. */
export async function visualizeActivations(
  run: string,
  image: string,
  options: VisualizeActivationsCommandOptions,
): Promise<void> {
  const reporter = createReporter(options);
  if (options.printConfig === true) return printConfig(await resolveConfig(options), reporter);
  const own = { ...options, run, image };
  const result = await interruptible(reporter, (context) => drawActivations(own, context));
  reporter.result(result.sheet, result);
}
