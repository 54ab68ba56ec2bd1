import { type SampleOptions as Drawing, writeSample } from '@sprout/imgproc';
import { during } from '../event/during.ts';
import { contextOf, type RunContext } from '../event/run-context.ts';
import { DEFAULTS } from '../options/limits.ts';

export interface SampleOptions extends Drawing {
  /** The folder to make. */
  readonly folder: string;
}

export interface SampleResult {
  readonly folder: string;
  readonly classes: number;
  /** Of all classes. */
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
  await during(context, { task: 'draw', total }, (onProgress) =>
    writeSample(folder, { classes, images, size, seed, onProgress, signal }),
  );
  return { folder, classes, images: total, size, seed };
}
