import { type Raster, SproutError } from '@sprout/core';
import { releaseBytes } from '../memory/result-bytes.ts';
import { imageRange, type SharedBatch } from '../task/shared-batch.ts';
import type { Outcome, TaskImage } from '../task/task.ts';

/**
 * Writes an image into the target and releases its memory, or sends it back where there is no target.
 *
 * @throws {SproutError} `images-differ-in-size` where it is not of the target's size.
 */
export function deliver(
  raster: Raster,
  target: SharedBatch | undefined,
  { position, path }: TaskImage,
): Outcome {
  if (target === undefined) return { kind: 'sent', raster };
  if (raster.height !== target.height || raster.width !== target.width) {
    throw new SproutError('images-differ-in-size', {
      file: path,
      expected: `${target.height} x ${target.width}`,
      received: `${raster.height} x ${raster.width}`,
    });
  }
  target.pixels.set(raster.data, imageRange(target, position)[0]);
  releaseBytes(raster.data);
  return { kind: 'written' };
}
