import type { LentImages, Raster, Recipe, Sample } from '@sprout/core';
import { parseRecipe } from '../recipe/parse-recipe.ts';
import { recipeSize } from '../recipe/recipe-size.ts';
import { badImages } from './bad-images.ts';
import type { PoolResources } from './pool-resources.ts';
import { lend, takeBatch } from './lend.ts';
import { microBatches } from './micro-batches.ts';
import { runTasks } from './run-tasks.ts';
import {
  createControl,
  type Outcome,
  type PrepareTask,
  type Target,
  type TaskImage,
} from './task.ts';

export interface PrepareBatchOptions {
  readonly recipe: Recipe;
  readonly signal: AbortSignal | undefined;
}

/** Prepares the images of one batch. */
export async function prepareBatch(
  resources: PoolResources,
  samples: readonly Sample[],
  { recipe: specs, signal }: PrepareBatchOptions,
): Promise<LentImages> {
  const { runner, slots, workers } = resources;
  const recipe = parseRecipe(specs);
  const images = samples.map(({ id, path }, position) => ({ id, path, position }));
  const { size, tried, raster } = await findSize(resources, images, { recipe, signal });
  const batch = takeBatch(slots, images.length, size);
  try {
    const target: Target = { pixels: batch.pixels, height: size.height, width: size.width };
    if (raster !== undefined)
      batch.pixels.set(raster.data, (tried.length - 1) * raster.data.length);
    const tasks = microBatches(images.slice(tried.length), workers).map((some) =>
      prepareTask(some, { recipe, target }),
    );
    const outcomes = [...tried, ...(await runTasks(runner, tasks, { signal }))];
    return lend(slots, batch, badImages(images, outcomes));
  } catch (error) {
    slots.giveBack(batch.buffer);
    throw error;
  }
}

interface FoundSize {
  readonly size: { readonly height: number; readonly width: number };
  /** The outcomes of the images that it took to find out. */
  readonly tried: readonly Outcome[];
  /** The last of them, prepared. */
  readonly raster?: Raster;
}

/** The size that the recipe gives, or else that of the first image that can be prepared. */
async function findSize(
  { runner }: PoolResources,
  images: readonly TaskImage[],
  { recipe, signal }: PrepareBatchOptions,
): Promise<FoundSize> {
  const size = recipeSize(recipe);
  if (size !== undefined) return { size, tried: [] };
  const tried: Outcome[] = [];
  for (const image of images) {
    const [outcome] = await runTasks(
      runner,
      [prepareTask([image], { recipe, target: undefined })],
      { signal },
    );
    tried.push(outcome!); // one image, one outcome
    if (outcome?.kind === 'sent') return { size: outcome.raster, tried, raster: outcome.raster };
  }
  return { size: { height: 0, width: 0 }, tried };
}

function prepareTask(
  images: readonly TaskImage[],
  { recipe, target }: Pick<PrepareTask, 'recipe' | 'target'>,
): PrepareTask {
  return { kind: 'prepare', images, control: createControl(), recipe, target };
}
