import { availableParallelism } from 'node:os';
import { checkWhole, SproutError } from '@sprout/core';
import sharp from 'sharp';
import { ImagePool } from './image-pool.ts';
import { LocalRunner } from './local-runner.ts';
import { WorkerRunner } from './worker-runner.ts';

const MOST_WORKERS = 64;
/** Node makes longer intervals short ones. */
const LONGEST_MS = 2 ** 31 - 1;
/** Beyond, one consumer of the batches is the limit. */
const DEFAULT_MOST = 8;

export interface ImagePoolOptions {
  /** How many threads, 0 to 64; 0 does everything on the caller's, with the same pixels. By default one a core, at most 8. */
  readonly workers?: number | undefined;
  /**
   * A worker that spends longer on one image, by at most as much again, is replaced, and the image given up after a second
   * try. Milliseconds, 10,000 by default. Without workers there is no limit.
   */
  readonly timeLimitMs?: number;
}

/**
 * Starts a pool of image workers. It switches sharp's cache off and its own threads to one, for the whole process: the workers
 * are the threads.
 *
 * @throws {SproutError} `option-invalid`
 */
export async function createImagePool({
  workers = Math.min(availableParallelism(), DEFAULT_MOST),
  timeLimitMs = 10_000,
}: ImagePoolOptions = {}): Promise<ImagePool> {
  checkWhole('workers', workers, { least: 0, most: MOST_WORKERS });
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
    workers === 0 ? new LocalRunner() : await WorkerRunner.start({ workers, timeLimitMs });
  return new ImagePool({ runner, workers });
}
