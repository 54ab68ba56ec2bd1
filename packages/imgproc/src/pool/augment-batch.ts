import type { AugmentOptions, LentImages, Sample } from '@sprout/core';
import { parseAugmentation } from '../augmentation/parse-augmentation.ts';
import { resolvedOf } from '../op-list/checked-ops.ts';
import { sizeAfter } from '../op-list/size-after.ts';
import type { SharedBatch } from '../task/shared-batch.ts';
import { type AugmentTask, createControl } from '../task/task.ts';
import { borrowBatch } from './batch-buffer.ts';
import { fillBatch } from './fill-batch.ts';
import type { PoolResources } from './pool-resources.ts';
import type { SharedBuffers } from './shared-buffers.ts';
import { type ReplayOptions, taskImages } from './task-images.ts';

export interface PreparedSamples {
  readonly prepared: LentImages;
  readonly samples: readonly Sample[];
}

/** Augments prepared images into a new batch and disposes of them. They are only read, so that an image can be tried again. */
export async function augmentBatch(
  resources: PoolResources,
  { prepared, samples }: PreparedSamples,
  options: AugmentOptions & ReplayOptions,
): Promise<LentImages> {
  if (options.augment.length === 0) return prepared;
  const { seed, epoch, signal } = options;
  using original = prepared;
  const augment = parseAugmentation(options.augment);
  using shared = sharedBatch(resources.buffers, original, samples.length);
  const bad = new Set(original.bad.map(({ position }) => position));
  const images = taskImages(samples, options.drawn);
  return await fillBatch(resources, {
    count: samples.length,
    images: images.filter(({ position }) => !bad.has(position)),
    bad: original.bad,
    size: sizeAfter(resolvedOf(augment), original),
    task: (some, target): AugmentTask => ({
      kind: 'augment',
      images: some,
      control: createControl(),
      source: shared.batch,
      target,
      augment,
      seed,
      epoch,
    }),
    signal,
  });
}

/** The images in shared memory. They are copied only if they do not lie there. */
function sharedBatch(
  buffers: SharedBuffers,
  { images, height, width }: LentImages,
  count: number,
): Disposable & { readonly batch: SharedBatch } {
  if (images.buffer instanceof SharedArrayBuffer) {
    return { batch: { pixels: images, height, width }, [Symbol.dispose]: () => undefined };
  }
  const { batch, buffer } = borrowBatch(buffers, count, { height, width });
  batch.pixels.set(images);
  return { batch, [Symbol.dispose]: () => buffers.takeBack(buffer) };
}
