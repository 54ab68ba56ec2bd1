import { type ImageOptions, prepare as prepareImages, resolveImages } from '@sprout/runs';
import { interruptible } from '../terminal/interruptible.ts';
import { printConfig } from '../terminal/print-config.ts';
import { createReporter, type ReporterOptions } from '../terminal/reporter.ts';

export interface PrepareCommandOptions extends ImageOptions, ReporterOptions {
  readonly printConfig?: boolean | undefined;
}

/** `sprout prepare`: prepares each image of a folder by the recipe and writes it as PNG, in the same folder structure. */
export async function prepare(
  folder: string,
  out: string,
  options: PrepareCommandOptions,
): Promise<void> {
  const reporter = createReporter(options);
  const own = { ...options, folder, out };
  if (options.printConfig === true) return printConfig(await resolveImages(own), reporter);
  const result = await interruptible(reporter, (context) => prepareImages(own, context));
  reporter.result(`${result.written} prepared images in ${out}`, result);
}
