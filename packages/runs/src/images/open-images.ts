import {
  classCounts,
  type Dataset,
  type HealthReport,
  type ImageSource,
  type Samples,
  scanFolder,
  type Split,
  SproutError,
  systemReason,
} from '@sprout/core';
import type { ImagePool } from '@sprout/imgproc';
import type { ResolvedTraining } from '../config/resolve-training.ts';
import type { Context } from '../event/run-context.ts';
import { checkScan } from './check-scan.ts';
import { type BadFile, checkImages } from './check-images.ts';
import { divide } from './divide.ts';
import { examineImages } from './examine-images.ts';
import { groupsOf } from './groups-of.ts';
import { openSource } from './open-source.ts';

export interface OpenImagesOptions extends Context {
  readonly resolved: ResolvedTraining;
  /** Where prepared images are kept between epochs and runs. */
  readonly cacheFolder: string;
}

/** A data set that is checked and divided, with a source of its pixels. Owns the pool and the cache. */
export interface OpenedImages extends AsyncDisposable {
  /** All usable images. */
  readonly dataset: Dataset;
  readonly training: Samples;
  readonly validation: Samples;
  readonly bad: readonly BadFile[];
  /** Left out for data sets so large that examining every image would take minutes. */
  readonly health: HealthReport | undefined;
  readonly source: ImageSource;
}

/** Larger data sets are not examined. */
const MOST_EXAMINED = 20_000;

/**
 * Scans a folder, prepares every image once, leaves out the unusable ones and divides the rest.
 *
 * @throws {SproutError} for an unusable folder or split, and with `onBad: "fail"` for unusable images.
 */
export async function openImages({
  resolved,
  cacheFolder,
  ...context
}: OpenImagesOptions): Promise<OpenedImages> {
  const { data, recipe, train } = resolved;
  const { say } = context;
  const scan = await scanFolder(data.folder);
  checkScan(scan, { onBad: data.onBad, say });
  const groups = data.groupBy === undefined ? undefined : await groupsOf(data.groupBy);
  const choice = { ...data, groups, seed: train.seed };
  divide(scan, choice); // a class too small for the split is found before any image is read
  const sayUncached = (reason: string): void => say({ type: 'cache-unavailable', reason });
  const opened = await openSource(resolved, { cacheFolder, onProblem: sayUncached });
  const { pool, cached, source } = opened;
  try {
    const checkOptions = { recipe, onBad: data.onBad, ...context };
    const { good, bad } = await checkImages(source, scan.samples, checkOptions);
    if (cached?.problem !== undefined) sayUncached(systemReason(cached.problem));
    checkClasses(scan, good, bad);
    const dataset = { ...scan, samples: good };
    const parts = divide(dataset, choice);
    const health = await healthOf(scan, { pool, split: parts, ...context });
    const dispose = () => opened[Symbol.asyncDispose]();
    return { dataset, ...parts, bad, health, source, [Symbol.asyncDispose]: dispose };
  } catch (error) {
    await opened[Symbol.asyncDispose]().catch(() => undefined); // the first error tells more
    throw error;
  }
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

interface HealthOptions extends Context {
  readonly pool: ImagePool;
  readonly split: Split;
}

async function healthOf(
  scan: Dataset,
  { pool, ...options }: HealthOptions,
): Promise<HealthReport | undefined> {
  const { length } = scan.samples;
  if (length > MOST_EXAMINED) {
    options.say({ type: 'examination-left-out', images: length });
    return undefined;
  }
  return examineImages(pool, scan, options);
}
