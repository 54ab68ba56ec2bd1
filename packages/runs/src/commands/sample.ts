import { type SampleOptions as DrawingOptions, writeSample } from '@sprout/imgproc';
import { runTask } from '../event/run-task.ts';
import { contextOf, type RunContext } from '../event/run-context.ts';
import { DEFAULTS } from '../options/limits.ts';

export interface SampleOptions extends DrawingOptions {
  /** The folder to write. */
  readonly folder: string;
}

export interface SampleResult {
  readonly folder: string;
  readonly classes: number;
  /** The number of images of all classes together. */
  readonly images: number;
  readonly size: number;
  readonly seed: number;
}

/** See `sample` in `commands.ts`. */
export async function sample(
  { folder, ...drawing }: SampleOptions,
  runContext?: RunContext,
): Promise<SampleResult> {
  const context = contextOf(runContext);
  const { signal } = context;
  const { classes, images, size, seed } = { ...DEFAULTS.sample, seed: DEFAULTS.seed, ...drawing };
  const total = classes * images;
  await runTask(context, { task: 'draw', total }, (onProgress) =>
    writeSample(folder, { classes, images, size, seed, onProgress, signal }),
  );
  return { folder, classes, images: total, size, seed };
}
