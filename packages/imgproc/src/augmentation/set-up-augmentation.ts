import { type Augmentation, checkRaster, type Raster, shapeMismatch } from '@sprout/core';
import { releaseBytes } from '../memory/result-bytes.ts';
import { applyInTurn, applyToMaskInTurn } from '../op-contract/apply-in-turn.ts';
import type { DrawnOp } from '../op-contract/drawn-op.ts';
import { resolvedOf } from '../op-list/checked-ops.ts';
import { readyOps } from '../op-list/ready-ops.ts';
import { OpenCv } from '../opencv/opencv.ts';
import { drawForSample, type DrawOptions } from './draw-for-sample.ts';
import { parseAugmentation } from './parse-augmentation.ts';

/** An augmentation that is set up on the caller's thread. */
export interface ReadyAugmentation {
  /** Draws the numbers of every op for one sample, as `drawAugmentation` does. */
  readonly draw: (options: DrawOptions) => DrawnOp[];
  /**
   * Augments an image.
   *
   * @param image `[height, width, 3]`, RGB, 0 to 255. Only read, and may be the result.
   * @param drawn By `draw`. Numbers from elsewhere are checked by `drawnFault` first.
   * @throws {SproutError} `shape-mismatch`, and the errors of the ops.
   */
  readonly apply: (image: Raster, drawn: readonly DrawnOp[]) => Raster;
  /**
   * Moves the pixels of a mask as `apply` moves those of its image, each to the nearest pixel, so that it has no new values. Ops
   * that do not move pixels leave it as it is.
   *
   * @param mask `[height, width, 1]`, of the size of the image before it is augmented. Only read, and may be the result.
   * @throws {SproutError} `shape-mismatch`, and the errors of the ops.
   */
  readonly applyToMask: (mask: Raster, drawn: readonly DrawnOp[]) => Raster;
  /**
   * Releases the memory of a result for further results, which saves time. It may be called after a result was copied, into a batch for example,
   * and need not be called. The image must not be used afterwards. Images that were not made by an op are ignored.
   */
  readonly release: (image: Raster) => void;
}

/**
 * Sets an augmentation up on this thread, to augment images one by one, and masks with them: an `ImagePool` augments batches of
 * images on worker threads. Loads OpenCV if one of the ops needs it.
 *
 * @throws {SproutError} As `parseAugmentation`.
 */
export async function setUpAugmentation(augment: Augmentation): Promise<ReadyAugmentation> {
  const { resolved, ops, needsOpenCv } = readyOps(resolvedOf(parseAugmentation(augment)));
  const opencv = new OpenCv();
  if (needsOpenCv) await opencv.ready();
  const tools = { file: 'the image', opencv };
  return {
    draw: (options) => drawForSample(resolved, options),
    apply: (image, drawn) => {
      checkChannels(image, 3);
      return applyInTurn(image, { ops, drawn, tools });
    },
    applyToMask: (mask, drawn) => {
      checkChannels(mask, 1);
      return applyToMaskInTurn(mask, { ops, drawn });
    },
    release: ({ data }) => releaseBytes(data),
  };
}

function checkChannels(image: Raster, expected: number): void {
  checkRaster(image);
  const { height, width, channels } = image;
  if (channels === expected) return;
  throw shapeMismatch(expected === 1 ? 'A mask' : 'An image', {
    expected: [height, width, expected],
    received: [height, width, channels],
  });
}
