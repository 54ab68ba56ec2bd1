import type { LentImages, RenderOptions, Sample } from '@sprout/core';
import { parseAugmentation } from '../augmentation/parse-augmentation.ts';
import { resolvedOf } from '../op-list/checked-ops.ts';
import { sizeAfter } from '../op-list/size-after.ts';
import { parseRecipe } from '../recipe/parse-recipe.ts';
import { createControl, type RenderTask } from '../task/task.ts';
import { fillBatch } from './fill-batch.ts';
import type { PoolResources } from './pool-resources.ts';
import { type ReplayOptions, taskImages } from './task-images.ts';

/** Prepares and augments the images of one batch: each task of a worker does both. */
export async function renderBatch(
  resources: PoolResources,
  samples: readonly Sample[],
  options: RenderOptions & ReplayOptions,
): Promise<LentImages> {
  const { seed, epoch, signal } = options;
  const recipe = parseRecipe(options.recipe);
  const augment = parseAugmentation(options.augment);
  return fillBatch(resources, {
    count: samples.length,
    images: taskImages(samples, options.drawn),
    bad: [],
    size: sizeAfter(resolvedOf(augment), sizeAfter(resolvedOf(recipe), undefined)),
    task: (images, target): RenderTask => ({
      kind: 'render',
      images,
      control: createControl(),
      target,
      recipe,
      augment,
      seed,
      epoch,
    }),
    signal,
  });
}
