import type { AugmentOptions, LentImages, Sample } from '@sprout/core';
import { parseAugmentation } from '../augmentation/parse-augmentation.ts';
import { badImages } from './bad-images.ts';
import type { PoolResources } from './pool-resources.ts';
import { lend, takeBatch } from './lend.ts';
import { microBatches } from './micro-batches.ts';
import { place } from './place.ts';
import { runTasks } from './run-tasks.ts';
import { type AugmentTask, createControl, type Target, type TaskImage } from './task.ts';

export interface PreparedSamples {
  readonly prepared: LentImages;
  readonly samples: readonly Sample[];
}

/** Augments a copy of one batch; disposes of the original in the end. */
export async function augmentBatch(
  { runner, slots, workers }: PoolResources,
  { prepared, samples }: PreparedSamples,
  { augment: specs, seed, epoch }: AugmentOptions,
): Promise<LentImages> {
  using original = prepared;
  const augment = parseAugmentation(specs);
  const batch = takeBatch(slots, samples.length, original);
  try {
    batch.pixels.set(original.images);
    const bad = new Set(original.bad.map(({ position }) => position));
    const images = samples
      .map(({ id, path }, position) => ({ id, path, position }))
      .filter(({ position }) => !bad.has(position));
    const target: Target = { pixels: batch.pixels, height: batch.height, width: batch.width };
    const tasks = microBatches(images, workers).map((some): AugmentTask => ({
      kind: 'augment',
      images: some,
      control: createControl(),
      target,
      augment,
      seed,
      epoch,
    }));
    const beforeRetry = ({ position }: TaskImage): void => {
      const [start, end] = place(target, position);
      target.pixels.set(original.images.subarray(start, end), start); // may be augmented already
    };
    const outcomes = await runTasks(runner, tasks, { beforeRetry });
    return lend(slots, batch, [...original.bad, ...badImages(images, outcomes)]);
  } catch (error) {
    slots.giveBack(batch.buffer);
    throw error;
  }
}
