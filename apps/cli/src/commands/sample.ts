import { sample as drawSample } from '@sprout/runs';
import { interruptible } from '../terminal/interruptible.ts';
import { createReporter, type ReporterOptions } from '../terminal/reporter.ts';

export interface SampleCommandOptions extends ReporterOptions {
  readonly classes: number;
  readonly images: number;
  readonly size: number;
  readonly seed: number;
}

/** `sprout sample`: draws a synthetic data set of seedlings. */
export async function sample(folder: string, options: SampleCommandOptions): Promise<void> {
  const reporter = createReporter(options);
  const result = await interruptible(reporter, (context) =>
    drawSample({ ...options, folder }, context),
  );
  const { images, classes } = result;
  reporter.result(`${images} images of ${classes} species in ${folder}`, result);
}
