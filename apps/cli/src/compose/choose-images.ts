import { type Recipe, type Samples, scanFolder } from '@sprout/core';
import { parseAugmentation, parseRecipe } from '@sprout/imgproc';
import type { Augmentation } from '@sprout/core';
import { readConfig } from '../config/read-config.ts';
import { readOps } from '../config/read-ops.ts';
import { type ConfigOptions, configSettings } from '../options/config-settings.ts';
import { resolveTraining } from './resolve-training.ts';

/** Options of the commands that only prepare images. */
export interface ImageChoiceOptions extends ConfigOptions {
  readonly config?: string | undefined;
  readonly set?: readonly string[] | undefined;
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
  readonly workers: { readonly workers?: number };
}

/** The images of a class folder, one class will do, and the ops to use on them. */
export async function chooseImages(
  folder: string,
  options: ImageChoiceOptions,
): Promise<ChosenImages> {
  const { config: file, set, size } = options;
  const config = await readConfig({ file, set, settings: configSettings(folder, options) });
  const resolved = resolveTraining(config, { size });
  const { recipe, augment } = options;
  const { samples, classes } = await scanFolder(folder, { minimumClasses: 1 });
  return {
    samples,
    classes,
    recipe: recipe === undefined ? resolved.recipe : parseRecipe(await readOps(recipe, 'recipe')),
    augment:
      augment === undefined
        ? resolved.augment
        : parseAugmentation(await readOps(augment, 'augment')),
    onBad: config.data.onBad,
    seed: config.train.seed,
    workers: config.workers === undefined ? {} : { workers: config.workers },
  };
}
