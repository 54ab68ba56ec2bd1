import { type Augmentation, type Recipe, type Samples, scanFolder } from '@sprout/core';
import { readConfig } from '../config/read-config.ts';
import { readOps } from '../config/read-ops.ts';
import { type ConfigOptions, configSettings } from '../options/config-settings.ts';
import type { Reporter } from '../terminal/reporter.ts';
import { checkScan } from './check-scan.ts';
import { resolveTraining, type ResolvedTraining } from './resolve-training.ts';

/** Options of the commands that only prepare images. */
export interface ImageChoiceOptions extends ConfigOptions {
  readonly config?: string | undefined;
  readonly set?: readonly string[] | undefined;
  readonly printConfig?: boolean | undefined;
  readonly size?: { readonly height: number; readonly width: number } | undefined;
  /** Files that win over the configuration. */
  readonly recipe?: string | undefined;
  readonly augment?: string | undefined;
  readonly json?: boolean | undefined;
  readonly quiet?: boolean | undefined;
}

export interface ChosenImages {
  readonly samples: Samples;
  readonly classes: readonly string[];
  readonly recipe: Recipe;
  readonly augment: Augmentation;
  readonly onBad: 'fail' | 'skip';
  readonly seed: number;
  readonly workers: number | undefined;
}

/** The configuration of the commands that only prepare images. */
export async function resolveImages(
  folder: string,
  options: ImageChoiceOptions,
): Promise<ResolvedTraining> {
  const { config: file, set, size, recipe, augment } = options;
  const ops = [
    {
      path: ['recipe'],
      value: recipe === undefined ? undefined : await readOps(recipe, 'recipe'),
    },
    {
      path: ['augment'],
      value: augment === undefined ? undefined : await readOps(augment, 'augment'),
    },
  ];
  const settings = [...configSettings(folder, options), ...ops];
  return resolveTraining(await readConfig({ file, set, settings }), { size });
}

/** The images of a class folder, one class will do, and the ops to use on them. */
export async function chooseImages(
  { data: { folder, onBad }, recipe, augment, train: { seed }, workers }: ResolvedTraining,
  reporter: Reporter,
): Promise<ChosenImages> {
  const scan = await scanFolder(folder, { minimumClasses: 1 });
  checkScan(scan, { onBad, reporter });
  const { samples, classes } = scan;
  return { samples, classes, recipe, augment, onBad, seed, workers };
}
