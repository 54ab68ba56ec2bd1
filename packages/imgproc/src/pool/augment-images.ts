import { applyDrawn } from '../augmentation/apply-drawn.ts';
import { drawAugmentation } from '../augmentation/draw-augmentation.ts';
import { outcomeOf } from './outcome-of.ts';
import { place } from './place.ts';
import { type AugmentTask, CANCELLED, type Outcome, STARTED } from './task.ts';
import type { Thread } from './thread.ts';

/** Draws and augments images in their places. `undefined` when cancelled. */
export async function augmentImages(
  { images, control, target, augment, seed, epoch }: AugmentTask,
  { opencv }: Thread,
): Promise<Outcome[] | undefined> {
  const { height, width, pixels } = target;
  const outcomes: Outcome[] = [];
  for (const [index, { id, path, position }] of images.entries()) {
    if (Atomics.load(control, CANCELLED) === 1) return undefined;
    Atomics.store(control, STARTED, index + 1);
    const [start, end] = place(target, position);
    const source = { height, width, channels: 3, data: pixels.subarray(start, end) };
    const drawn = drawAugmentation(augment, { seed, epoch, id });
    try {
      const { data } = applyDrawn(source, drawn, { file: path, opencv });
      if (data !== source.data) pixels.set(data, start);
      outcomes.push({ kind: 'written' });
    } catch (error) {
      outcomes.push(outcomeOf(error));
    }
  }
  return outcomes;
}
