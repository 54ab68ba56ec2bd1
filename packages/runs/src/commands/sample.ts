import {
  type SampleKind,
  type SampleOptions as DrawingOptions,
  writeSample,
} from '@sprout/imgproc';
import { runTask } from '../event/run-task.ts';
import { contextOf, type RunContext } from '../event/run-context.ts';
import { DEFAULTS } from '../options/limits.ts';

export interface SampleOptions extends DrawingOptions {
  /** The folder to write. */
  readonly folder: string;
}

export interface SampleResult {
  readonly folder: string;
  readonly kind: SampleKind;
  readonly classes: number;
  /** The number of images of all classes together. */
  readonly images: number;
  readonly size: number;
  readonly seed: number;
}

/** See `sample` in `data-commands.ts`. */
export async function sample(
  { folder, ...drawing }: SampleOptions,
  runContext?: RunContext,
): Promise<SampleResult> {
  const context = contextOf(runContext);
  const { signal } = context;
  const defaults = { ...DEFAULTS.sample, seed: DEFAULTS.seed };
  const { kind, classes, images, size, seed } = { ...defaults, ...drawing };
  const total = classes * images;
  await runTask(context, { task: 'draw', total }, (onProgress) =>
    writeSample(folder, { kind, classes, images, size, seed, onProgress, signal }),
  );
  return { folder, kind, classes, images: total, size, seed };
}
