import { availableParallelism } from 'node:os';
import { checkWhole, SproutError } from '@sprout/core';
import sharp from 'sharp';
import { augmentationOps, recipeOps } from '../ops/index.ts';
import { Thread } from '../worker/thread.ts';
import { ImagePool } from './image-pool.ts';
import { LocalRunner } from './local-runner.ts';
import { WorkerRunner } from './worker-runner.ts';

const MOST_WORKERS = 64;
/** The longest interval of Node's timers. */
const LONGEST_MS = 2 ** 31 - 1;
/** More workers are not faster, because the consumer of the batches is then the limit. */
const DEFAULT_MOST = 8;

export interface ImagePoolOptions {
  /**
   * The number of threads, 0 to 64. With 0 all work is done on the caller's thread; the pixels are the same. One for each
   * core by default, at most 8.
   */
  readonly workers?: number | undefined;
  /**
   * A worker that spends longer than this on one image, reading the file included, is stopped and replaced; an image that
   * fails twice is bad. Milliseconds, 10,000 by default; they may be exceeded by an eighth. Without workers there is no
   * limit, and an image that takes for ever cannot be stopped.
   */
  readonly timeLimitMs?: number;
  /** An image whose header claims more pixels is bad. 268,402,689 by default. */
  readonly pixelLimit?: number | undefined;
}

/**
 * Starts a pool of image workers. For the whole process, it switches sharp's cache off and limits sharp to one thread,
 * because the workers are the threads.
 *
 * @throws {SproutError} `option-invalid`
 */
export async function createImagePool({
  workers = Math.min(availableParallelism(), DEFAULT_MOST),
  timeLimitMs = 10_000,
  pixelLimit,
}: ImagePoolOptions = {}): Promise<ImagePool> {
  checkWhole('workers', workers, { least: 0, most: MOST_WORKERS });
  if (pixelLimit !== undefined) checkWhole('pixelLimit', pixelLimit, { least: 1 });
  if (!(timeLimitMs >= 1 && timeLimitMs <= LONGEST_MS)) {
    const rule = `a number of milliseconds from 1 to ${LONGEST_MS}`;
    throw new SproutError('option-invalid', {
      option: 'timeLimitMs',
      value: String(timeLimitMs),
      rule,
    });
  }
  sharp.cache(false); // no file is read twice
  sharp.concurrency(1);
  const runner =
    workers === 0
      ? new LocalRunner(new Thread({ recipeOps, augmentationOps, pixelLimit }))
      : await WorkerRunner.start({ workers, timeLimitMs, pixelLimit });
  return new ImagePool({ runner, workers });
}
