import type { BadImage, LentImages } from '@sprout/core';
import { place } from './place.ts';
import type { Slots } from './slots.ts';
import type { Target } from './task.ts';

/** A buffer of the pool, seen as the images of a batch. */
export interface BatchBuffer extends Target {
  readonly buffer: SharedArrayBuffer;
}

/** Takes a buffer for a number of images of one size. */
export function takeBatch(
  slots: Slots,
  count: number,
  { height, width }: { height: number; width: number },
): BatchBuffer {
  const bytes = count * height * width * 3;
  const buffer = slots.take(bytes);
  return { buffer, height, width, pixels: new Uint8Array(buffer, 0, bytes) };
}

/** Lends a batch, bad images blackened; disposing of it returns its buffer. */
export function lend(slots: Slots, batch: BatchBuffer, bad: readonly BadImage[]): LentImages {
  const { buffer, height, width, pixels } = batch;
  for (const { position } of bad) pixels.fill(0, ...place(batch, position));
  let lent = true;
  const dispose = (): void => {
    if (lent) slots.giveBack(buffer);
    lent = false;
  };
  return { images: pixels, height, width, channels: 3, bad, [Symbol.dispose]: dispose };
}
