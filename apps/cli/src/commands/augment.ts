import { augment as augmentImages, type AugmentOptions, resolveImages } from '@sprout/runs';
import { interruptible } from '../terminal/interruptible.ts';
import { printConfig } from '../terminal/print-config.ts';
import { createReporter, type ReporterOptions } from '../terminal/reporter.ts';

export interface AugmentCommandOptions
  extends Omit<AugmentOptions, 'folder' | 'out'>, ReporterOptions {
  readonly printConfig?: boolean | undefined;
}

/** `sprout augment`: writes augmented images as PNG, and a log with all numbers that were drawn; or makes the images of a log again. */
export async function augment(
  folder: string,
  out: string,
  options: AugmentCommandOptions,
): Promise<void> {
  const reporter = createReporter(options);
  const own = { ...options, folder, out };
  if (options.printConfig === true) return printConfig(await resolveImages(own), reporter);
  const result = await interruptible(reporter, (context) => augmentImages(own, context));
  reporter.result(
    `${result.written} augmented images in ${out}; their numbers are in ${result.log}`,
    result,
  );
}
