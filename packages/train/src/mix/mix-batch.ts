import type { Batch } from '@sprout/core';
import { type CutBox, cutBox } from './cut-box.ts';
import type { DrawnMix } from './draw-mix.ts';

/** A batch whose images may be mixed: each with the one before it, the first with the last. */
export interface MixedBatch extends Batch {
  /** The share of each image itself, 0 to 1; `undefined` if the images are not mixed. */
  readonly ownShare?: number | undefined;
}

/**
 * Mixes each image of a batch with the one before it, the first with the last, as torchvision does. MixUp computes weighted means and
 * rounds them once to bytes; CutMix copies a box, and its share is that of the pixels outside the box.
 *
 * @returns A batch with fresh images. Labels and ids are those of the given batch.
 */
export function mixBatch(batch: Batch, drawn: DrawnMix): MixedBatch {
  if (drawn.way === 'mixUp')
    return { ...batch, images: weighted(batch, drawn.share), ownShare: drawn.share };
  const { height, width } = batch;
  const box = cutBox(drawn, batch);
  const area = (box.right - box.left) * (box.bottom - box.top);
  return { ...batch, images: withBoxes(batch, box), ownShare: 1 - area / (height * width) };
}

/** The index of the first byte of the image before another one. */
function before(image: number, { images, count }: Batch): number {
  return ((image + count - 1) % count) * (images.length / count);
}

function weighted(batch: Batch, share: number): Uint8Array {
  const { images, count } = batch;
  const mixed = new Uint8Array(images.length);
  const size = images.length / count;
  const rest = 1 - share;
  for (let image = 0; image < count; image++) {
    const own = image * size;
    const other = before(image, batch);
    for (let at = 0; at < size; at++)
      mixed[own + at] = images[own + at]! * share + images[other + at]! * rest + 0.5; // stored as a byte, without the fraction
  }
  return mixed;
}

function withBoxes(batch: Batch, { left, top, right, bottom }: CutBox): Uint8Array {
  const { images, count, width, channels } = batch;
  const mixed = Uint8Array.from(images);
  const size = images.length / count;
  for (let image = 0; image < count; image++) {
    const other = before(image, batch);
    for (let row = top; row < bottom; row++) {
      const [start, end] = [(row * width + left) * channels, (row * width + right) * channels];
      mixed.set(images.subarray(other + start, other + end), image * size + start);
    }
  }
  return mixed;
}
