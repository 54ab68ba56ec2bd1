import { countOf } from '@sprout/core';
import { type FeaturesOptions, features as extractFeatures, resolveFeatures } from '@sprout/runs';
import { interruptible } from '../terminal/interruptible.ts';
import { printConfig } from '../terminal/print-config.ts';
import { createReporter, type ReporterOptions } from '../terminal/reporter.ts';

export interface FeaturesCommandOptions
  extends Omit<FeaturesOptions, 'folder' | 'out' | 'cache'>, ReporterOptions {
  /** `false` with `--no-cache`; otherwise `true`, and the configuration decides. */
  readonly cache?: boolean | undefined;
  readonly printConfig?: boolean | undefined;
}

/** `sprout features`: runs the images of a class folder through a base once, and keeps the features in a store. */
export async function features(
  folder: string,
  out: string,
  options: FeaturesCommandOptions,
): Promise<void> {
  const reporter = createReporter(options);
  const cache = options.cache === false ? false : undefined;
  const own = { ...options, folder, out, cache };
  if (options.printConfig === true) {
    const resolved = await interruptible(reporter, (context) => resolveFeatures(own, context));
    return printConfig(resolved, reporter);
  }
  const result = await interruptible(reporter, (context) => extractFeatures(own, context));
  const { samples, rows, shape, computed, imagesPerSecond } = result;
  const speed = computed === 0 ? '' : `, ${imagesPerSecond.toFixed(1)} images/s`;
  const text = `${countOf(rows, 'row')} of ${shape.join(' x ')} features of ${countOf(samples.stored, 'image')} in ${out}${speed}`;
  reporter.result(text, result);
}
