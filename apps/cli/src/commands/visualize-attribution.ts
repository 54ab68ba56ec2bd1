import {
  resolveConfig,
  visualizeAttribution as drawAttribution,
  type VisualizeAttributionOptions,
} from '@sprout/runs';
import { interruptible } from '../terminal/interruptible.ts';
import { printConfig } from '../terminal/print-config.ts';
import { createReporter, type ReporterOptions } from '../terminal/reporter.ts';

export interface VisualizeAttributionCommandOptions
  extends Omit<VisualizeAttributionOptions, 'run' | 'images' | 'className'>, ReporterOptions {
  readonly printConfig?: boolean | undefined;
  readonly class?: string | undefined;
}

/** A gap of integrated gradients above which the map is not to be trusted. */
const LARGEST_GAP = 0.05;

/** `sprout visualize attribution`: prints the path of the sheet. */
export async function visualizeAttribution(
  run: string,
  images: readonly string[],
  { class: className, ...options }: VisualizeAttributionCommandOptions,
): Promise<void> {
  const reporter = createReporter(options);
  const own = { ...options, run, images, className };
  if (options.printConfig === true) return printConfig(await resolveConfig(options), reporter);
  const result = await interruptible(reporter, (context) => drawAttribution(own, context));
  const { method, caution } = result;
  if (caution !== undefined) reporter.warn(`${method} ${caution}`);
  for (const { path, gap = 0 } of result.images)
    if (gap > LARGEST_GAP)
      reporter.warn(`the map of ${path} does not add up: ${Math.round(gap * 100)} % are missing`);
  reporter.result(result.sheet, result);
}
