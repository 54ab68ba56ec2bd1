import type { BadImage, LentImages } from '@sprout/core';
import type { ImageSize } from '../op-contract/image-size.ts';
import { imageRange, type SharedBatch } from '../task/shared-batch.ts';
import type { SharedBuffers } from './shared-buffers.ts';

/** A batch and the pool's buffer that holds it. */
export interface BatchBuffer {
  readonly batch: SharedBatch;
  readonly buffer: SharedArrayBuffer;
}

/** Borrows a buffer for a number of images of one size. */
export function borrowBatch(
  buffers: SharedBuffers,
  count: number,
  { height, width }: ImageSize,
): BatchBuffer {
  const bytes = count * height * width * 3;
  const buffer = buffers.lend(bytes);
  return { buffer, batch: { height, width, pixels: new Uint8Array(buffer, 0, bytes) } };
}

/** Lends a batch to the caller, bad images blackened. Disposing of it returns its buffer to the pool. */
export function lendBatch(
  buffers: SharedBuffers,
  { batch, buffer }: BatchBuffer,
  bad: readonly BadImage[],
): LentImages {
  const { height, width, pixels } = batch;
  for (const { position } of bad) pixels.fill(0, ...imageRange(batch, position));
  let lent = true;
  const dispose = (): void => {
    if (lent) buffers.takeBack(buffer);
    lent = false;
  };
  return { images: pixels, height, width, channels: 3, bad, [Symbol.dispose]: dispose };
}
