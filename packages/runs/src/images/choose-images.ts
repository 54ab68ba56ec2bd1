import { type Augmentation, type Recipe, type Samples, scanFolder } from '@sprout/core';
import type { ResolvedTraining } from '../config/resolve-training.ts';
import type { Context } from '../event/run-context.ts';
import type { BadImagePolicy } from '../options/limits.ts';
import { checkScan } from './check-scan.ts';

/** The images of a folder, and the parts of a configuration that prepare them. */
export interface ChosenImages {
  readonly samples: Samples;
  readonly classes: readonly string[];
  readonly recipe: Recipe;
  readonly augment: Augmentation;
  readonly onBad: BadImagePolicy;
  readonly seed: number;
  readonly workers: number | undefined;
  readonly pixelLimit: number | undefined;
}

/** Scans a class folder, which may have a single class. @throws {SproutError} as `scanFolder`; `images-bad` as `checkScan`. */
export async function chooseImages(
  {
    data: { folder, parts, onBad, followLinks, pixelLimit },
    recipe,
    augment,
    train: { seed },
    workers,
  }: ResolvedTraining,
  { emit, signal }: Context,
): Promise<ChosenImages> {
  const options = { minimumClasses: 1, followOutside: followLinks, parts, signal };
  const scan = await scanFolder(folder, options);
  checkScan(scan, { onBad, parts, emit });
  const { samples, classes } = scan;
  return { samples, classes, recipe, augment, onBad, seed, workers, pixelLimit };
}
