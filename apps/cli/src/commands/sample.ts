import { writeSample } from '@sprout/imgproc';
import { onInterrupt } from '../terminal/on-interrupt.ts';
import { createReporter, type ReporterOptions } from '../terminal/reporter.ts';

export interface SampleCommandOptions extends ReporterOptions {
  readonly classes: number;
  readonly images: number;
  readonly size: number;
  readonly seed: number;
}

/** `sprout sample`: draws a synthetic data set of seedlings. */
export async function sample(folder: string, options: SampleCommandOptions): Promise<void> {
  const { classes, images, size, seed } = options;
  const reporter = createReporter(options);
  using interrupt = onInterrupt(reporter.note);
  const { signal } = interrupt;
  await reporter.during('drawing', classes * images, (onProgress) =>
    writeSample(folder, { classes, images, size, seed, onProgress, signal }),
  );
  const data = { folder, classes, images: classes * images, size, seed };
  reporter.result(`${data.images} images of ${classes} species in ${folder}`, data);
}
