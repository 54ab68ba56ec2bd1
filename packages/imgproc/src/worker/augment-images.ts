import { imageRange } from '../task/shared-batch.ts';
import { type AugmentTask, CANCELLED, type Outcome, STARTED } from '../task/task.ts';
import { augmentImage } from './augment-image.ts';
import { deliver } from './deliver.ts';
import { outcomeOf } from './outcome-of.ts';
import type { Thread } from './thread.ts';

/** Augments prepared images. `undefined` when cancelled. */
export async function augmentImages(
  { images, control, source, target, augment, seed, epoch }: AugmentTask,
  { augmentation: setUp, opencv }: Thread,
): Promise<Outcome[] | undefined> {
  const { height, width, pixels } = source;
  const augmentation = setUp(augment);
  const outcomes: Outcome[] = [];
  for (const [index, image] of images.entries()) {
    if (Atomics.load(control, CANCELLED) === 1) return undefined;
    Atomics.store(control, STARTED, index + 1);
    if (augmentation.needsOpenCv) await opencv.ready();
    const data = pixels.subarray(...imageRange(source, image.position));
    try {
      const prepared = { height, width, channels: 3, data };
      const raster = augmentImage(prepared, image, { augmentation, seed, epoch, opencv });
      outcomes.push(deliver(raster, target, image));
    } catch (error) {
      outcomes.push(outcomeOf(error));
    }
  }
  return outcomes;
}
