import {
  type Dataset,
  type HealthReport,
  type ImageFacts,
  type ImageSource,
  type Samples,
  systemReason,
} from '@sprout/core';
import type { ImagePool } from '@sprout/imgproc';
import type { ResolvedTraining } from '../config/resolve-training.ts';
import { scanImages } from './scan-images.ts';
import type { Tags } from './tags.ts';
import type { Context } from '../event/run-context.ts';
import { checkScan } from './check-scan.ts';
import { checkClasses } from './check-classes.ts';
import { type BadFile, checkImages } from './check-images.ts';
import { innerSplit } from './inner-split.ts';
import type { DividedDataset } from './split-dataset.ts';
import { examineImages, type ExamineImagesOptions } from './examine-images.ts';
import { withoutTags } from './as-one-class.ts';
import { keepsProportions } from './keeps-proportions.ts';
import { openSource } from './open-source.ts';
import { splitOptionsOf } from './split-options-of.ts';

export interface OpenImagesOptions extends Context {
  readonly resolved: ResolvedTraining;
  /** The folder that caches prepared images between epochs and runs. */
  readonly cacheFolder: string;
}

/** A data set that is checked and split, with a source of its pixels. Owns the image pool and the cache. */
export interface OpenedImages extends AsyncDisposable {
  /** The images that are split. */
  readonly dataset: DividedDataset;
  /** All usable images of the folder; with `innerValidation` also those that are put aside. */
  readonly usable: Samples;
  readonly training: Samples;
  readonly validation: Samples;
  readonly bad: readonly BadFile[];
  /** Only of images with several tags: then the classes of the data set are combinations of tags. */
  readonly tags?: Tags | undefined;
  /** `undefined` for large data sets, which would take minutes to examine. */
  readonly health: HealthReport | undefined;
  /** The SHA-256 of each file that was examined, by the id of its sample. */
  readonly fileHashes?: ReadonlyMap<string, string> | undefined;
  /** Prepares images by the recipe of the training. */
  readonly source: ImageSource;
  /** The same images without the cache, which holds those of one recipe: for the pictures of the report. */
  readonly files: ImageSource;
}

/** The largest number of images that are examined. */
const MOST_EXAMINED = 20_000;

/**
 * Scans a folder, prepares every image once, leaves out bad images and splits the rest.
 *
 * @throws {SproutError} for a folder that cannot be used or split, and for bad images if `onBad` is `fail`.
 */
export async function openImages({
  resolved,
  cacheFolder,
  ...context
}: OpenImagesOptions): Promise<OpenedImages> {
  const { data, recipe } = resolved;
  const { emit } = context;
  const scan = await scanImages(data, context);
  checkScan(scan, { ...data, emit });
  const splitOptions = await splitOptionsOf(scan, resolved, emit);
  innerSplit(scan, splitOptions); // finds a class that is too small before any image is read
  const emitUncached = (reason: string): void => emit({ type: 'cache-unavailable', reason });
  const opened = await openSource(resolved, { cacheFolder, onProblem: emitUncached });
  const { pool, cached, source, files } = opened;
  try {
    const checkOptions = { recipe, onBad: data.onBad, ...context };
    const { good, bad } = await checkImages(source, scan.samples, checkOptions);
    if (cached?.problem !== undefined) emitUncached(systemReason(cached.problem));
    const whole = withoutTags(scan);
    checkClasses(whole, withoutTags({ ...scan, samples: good }).samples, bad);
    const split = innerSplit({ ...scan, samples: good }, splitOptions);
    const isInner = data.innerValidation !== undefined; // the images were examined, or will be, with the outer split
    const facts = data.cache ? { caches: cacheFolder, ...data } : undefined;
    const own = { pool, split, facts, keepsProportions: keepsProportions(recipe), ...context };
    const examined = isInner ? undefined : await examine(whole, own);
    const dispose = () => opened[Symbol.asyncDispose]();
    const checked = { ...split, tags: scan.tags, bad, health: examined?.health };
    const fileHashes = examined?.fileHashes;
    return { ...checked, fileHashes, source, files, [Symbol.asyncDispose]: dispose };
  } catch (error) {
    await opened[Symbol.asyncDispose]().catch(() => undefined); // the first error is the cause
    throw error;
  }
}

interface ExamineOptions extends ExamineImagesOptions {
  readonly pool: ImagePool;
}

async function examine(
  scan: Dataset,
  { pool, ...options }: ExamineOptions,
): Promise<Required<Pick<OpenedImages, 'health' | 'fileHashes'>> | undefined> {
  const { length } = scan.samples;
  if (length > MOST_EXAMINED) {
    options.emit({ type: 'examination-left-out', images: length });
    return undefined;
  }
  const fileHashes = new Map<string, string>();
  const onFacts = (id: string, { fileHash }: ImageFacts): void => void fileHashes.set(id, fileHash);
  return { health: await examineImages(pool, scan, { ...options, onFacts }), fileHashes };
}
