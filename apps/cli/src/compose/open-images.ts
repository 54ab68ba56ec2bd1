import {
  classCounts,
  type Dataset,
  type HealthReport,
  type ImageSource,
  type Samples,
  scanFolder,
  type Split,
  SproutError,
  steadySource,
  systemReason,
} from '@sprout/core';
import { createImagePool, type ImagePool } from '@sprout/imgproc';
import type { Reporter } from '../terminal/reporter.ts';
import { checkScan } from './check-scan.ts';
import { type BadFile, checkImages } from './check-images.ts';
import { divide } from './divide.ts';
import { examineImages } from './examine-images.ts';
import { groupsOf } from './groups-of.ts';
import { openCache } from './open-cache.ts';
import { fixedSize } from './fixed-size.ts';
import type { ResolvedTraining } from './resolve-training.ts';

export interface OpenImagesOptions {
  readonly resolved: ResolvedTraining;
  /** Where prepared images are kept between epochs and runs. */
  readonly cacheFolder: string;
  readonly reporter: Reporter;
  readonly signal: AbortSignal;
}

/** A data set that was looked at: checked, divided, with a source of its pixels. Owns the pool and the cache. */
export interface OpenedImages extends AsyncDisposable {
  /** All usable images. */
  readonly dataset: Dataset;
  readonly training: Samples;
  readonly validation: Samples;
  readonly bad: readonly BadFile[];
  /** Left out for sets so large that looking at each image once more would take minutes. */
  readonly health: HealthReport | undefined;
  readonly source: ImageSource;
}

const MOST_EXAMINED = 20_000;

/**
 * Scans a folder, prepares every image once, sets the bad ones aside and divides the rest.
 *
 * @throws {SproutError} What is wrong with the folder, the split or, with `onBad: "fail"`, the images.
 */
export async function openImages({
  resolved,
  cacheFolder,
  reporter,
  signal,
}: OpenImagesOptions): Promise<OpenedImages> {
  const { data, recipe, train, workers } = resolved;
  const scan = await scanFolder(data.folder);
  checkScan(scan, { onBad: data.onBad, reporter });
  const groups = data.groupBy === undefined ? undefined : await groupsOf(data.groupBy);
  const choice = { ...data, groups, seed: train.seed };
  divide(scan, choice); // a class too small for the split shows before any image is read
  const sayUncached = (reason: string): void =>
    reporter.warn(`prepared images cannot be kept on disk, so epochs take longer: ${reason}`);
  const owned: AsyncDisposable[] = [];
  try {
    const pool = await createImagePool({ workers });
    owned.push(pool);
    const files = steadySource(pool);
    const cached = data.cache
      ? await openCache(files, {
          caches: cacheFolder,
          folder: data.folder,
          recipe,
          ...fixedSize(recipe),
          onProblem: sayUncached,
        })
      : undefined;
    if (cached !== undefined) owned.push(cached);
    const source = cached ?? files;
    const { good, bad } = await reporter.during(
      'checking images',
      scan.samples.length,
      (onProgress) =>
        checkImages(source, scan.samples, { recipe, onBad: data.onBad, onProgress, signal }),
    );
    if (cached?.problem !== undefined) sayUncached(systemReason(cached.problem));
    checkClasses(scan, good, bad);
    const dataset = { ...scan, samples: good };
    const parts = divide(dataset, choice);
    const health = await healthOf(scan, { pool, split: parts, reporter, signal });
    return {
      dataset,
      ...parts,
      bad,
      health,
      source,
      [Symbol.asyncDispose]: () => disposeAll(owned),
    };
  } catch (error) {
    await disposeAll(owned).catch(() => undefined); // the first error tells more
    throw error;
  }
}

/** Disposes of all, also where one cannot be. @throws the first error. */
async function disposeAll(resources: readonly AsyncDisposable[]): Promise<void> {
  const ends = resources.map(async (resource) => resource[Symbol.asyncDispose]());
  await Promise.allSettled(ends);
  await Promise.all(ends);
}

/** @throws {SproutError} `class-unusable` for a class that lost all its images. */
function checkClasses(scan: Dataset, good: Samples, bad: readonly BadFile[]): void {
  const { classes } = scan;
  const images = classCounts(scan);
  const left = classCounts({ classes, samples: good });
  const label = left.findIndex((count, at) => count === 0 && images[at]! > 0);
  const className = classes[label];
  if (className === undefined) return;
  const first = bad.find(({ id }) => id.startsWith(`${className}/`))!.reason; // it lost one at least
  throw new SproutError('class-unusable', { className, images: images[label]!, first });
}

interface HealthOptions {
  readonly pool: ImagePool;
  readonly split: Split;
  readonly reporter: Reporter;
  readonly signal: AbortSignal;
}

async function healthOf(
  scan: Dataset,
  { pool, split, reporter, signal }: HealthOptions,
): Promise<HealthReport | undefined> {
  const { length } = scan.samples;
  if (length > MOST_EXAMINED) {
    reporter.note(
      `${length} images are not looked at for duplicates and giveaways; sprout inspect does`,
    );
    return undefined;
  }
  return reporter.during('looking at images', length, (onProgress) =>
    examineImages(pool, scan, { split, onProgress, signal }),
  );
}
