import { type SampleOptions as Drawing, writeSample } from '@sprout/imgproc';
import { during } from '../event/during.ts';
import { contextOf, type RunContext } from '../event/run-context.ts';

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
  { folder, classes = 12, images = 40, size = 150, seed = 0 }: SampleOptions,
  runContext?: RunContext,
): Promise<SampleResult> {
  const context = contextOf(runContext);
  const { signal } = context;
  const total = classes * images;
  await during(context, { task: 'draw', total }, (onProgress) =>
    writeSample(folder, { classes, images, size, seed, onProgress, signal }),
  );
  return { folder, classes, images: total, size, seed };
}
