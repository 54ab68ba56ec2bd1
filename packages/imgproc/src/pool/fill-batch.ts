import type { BadImage, LentImages, Raster } from '@sprout/core';
import type { ImageSize } from '../op-contract/image-size.ts';
import { imageRange, type SharedBatch } from '../task/shared-batch.ts';
import type { Outcome, Task, TaskImage } from '../task/task.ts';
import { badImages } from './bad-images.ts';
import { borrowBatch, lendBatch } from './batch-buffer.ts';
import { microBatches } from './micro-batches.ts';
import type { PoolResources } from './pool-resources.ts';
import { runTasks } from './run-tasks.ts';

/** The images of a batch and the way to make them. */
export interface BatchPlan {
  /** How many images the batch has, with the bad ones. */
  readonly count: number;
  /** The images to make. */
  readonly images: readonly TaskImage[];
  /** Images that are known to be bad; they are not among `images`. */
  readonly bad: readonly BadImage[];
  /** The size that every image will have, where it is known beforehand. */
  readonly size: ImageSize | undefined;
  /** A task that makes some of the images. */
  readonly task: (images: readonly TaskImage[], target: SharedBatch | undefined) => Task;
  readonly signal: AbortSignal | undefined;
}

/**
 * Makes the images of a batch, each in its own part of one buffer. Where the size is not known beforehand it is that of
 * the first image that can be made.
 *
 * @throws `signal.reason`; or the first error that no image caused.
 */
export async function fillBatch(resources: PoolResources, plan: BatchPlan): Promise<LentImages> {
  const { runner, buffers, workers } = resources;
  const { count, images, signal } = plan;
  const { size, tried, raster } = await findSize(resources, plan);
  const borrowed = borrowBatch(buffers, count, size);
  const { batch } = borrowed;
  try {
    if (raster !== undefined) {
      const { position } = images[tried.length - 1]!; // the image that was tried last
      batch.pixels.set(raster.data, imageRange(batch, position)[0]);
    }
    const rest = microBatches(images.slice(tried.length), workers);
    const tasks = rest.map((some) => plan.task(some, batch));
    const outcomes = [...tried, ...(await runTasks(runner, tasks, { signal }))];
    const bad = [...plan.bad, ...badImages(images, outcomes)];
    return lendBatch(
      buffers,
      borrowed,
      bad.sort((a, b) => a.position - b.position),
    );
  } catch (error) {
    buffers.takeBack(borrowed.buffer);
    throw error;
  }
}

interface FoundSize {
  readonly size: ImageSize;
  /** The outcomes of the images that were made to find the size. */
  readonly tried: readonly Outcome[];
  /** The last of these images. */
  readonly raster?: Raster;
}

async function findSize(
  { runner }: PoolResources,
  { images, size, task, signal }: BatchPlan,
): Promise<FoundSize> {
  if (size !== undefined) return { size, tried: [] };
  const tried: Outcome[] = [];
  for (const image of images) {
    const [outcome] = await runTasks(runner, [task([image], undefined)], { signal });
    tried.push(outcome!); // one image, one outcome
    if (outcome?.kind === 'sent') return { size: outcome.raster, tried, raster: outcome.raster };
  }
  return { size: { height: 0, width: 0 }, tried };
}
