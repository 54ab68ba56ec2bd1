import {
  isSproutError,
  listImages,
  type Raster,
  rasterAt,
  type Recipe,
  SproutError,
} from '@sprout/core';
import type { ImagePool } from '@sprout/imgproc';
import type { Context } from '../event/run-context.ts';
import { badReason } from '../images/bad-reason.ts';
import type { BadImagePolicy } from '../options/limits.ts';

/** A prepared image. */
export interface ShownImage {
  readonly path: string;
  readonly raster: Raster;
}

export interface PrepareShownOptions extends Context {
  readonly recipe: Recipe;
  readonly paths: readonly string[];
  /** `[height, width, channels]` that the model takes. */
  readonly shape: readonly [number, number, number];
  readonly onBad: BadImagePolicy;
  readonly followOutside: boolean;
}

/** The most images of one call, which are held in memory. */
const MOST = 100;

/**
 * Prepares the images at some paths by the recipe of a model. With `onBad: 'skip'`, images that cannot be used are left out, with an
 * event for each.
 *
 * @throws {SproutError} `images-bad` for a path without an image or a bad image, or if no image is left; `option-invalid` for more than 100 images.
 */
export async function prepareShown(
  pool: Pick<ImagePool, 'prepare'>,
  { paths, onBad, followOutside, ...options }: PrepareShownOptions,
): Promise<ShownImage[]> {
  const { emit, signal } = options;
  const { images, skipped } = await listImages(paths, { followOutside, signal });
  if (images.length > MOST) {
    const rule = `at most ${MOST} images`;
    throw new SproutError('option-invalid', {
      option: 'images',
      value: String(images.length),
      rule,
    });
  }
  if (images.length === 0 && skipped.length === 0) {
    const rule = 'at least one image';
    throw new SproutError('option-invalid', { option: 'images', value: paths.join(' '), rule });
  }
  const total = images.length + skipped.length;
  const faults = skipped.map(({ path, reason }) => `${path}: ${reason}`);
  const shown: ShownImage[] = [];
  for (const sample of images) {
    signal.throwIfAborted();
    try {
      using lent = await pool.prepare([sample], options.recipe, signal);
      const reason = badReason(lent) ?? sizeFault(lent, options.shape, sample.id);
      if (reason === undefined) shown.push({ path: sample.id, raster: rasterAt(lent, 0) });
      else faults.push(reason);
    } catch (error) {
      if (!isSproutError(error, 'images-bad')) throw error;
      faults.push(error.context.first);
    }
  }
  const [first] = faults;
  if (first !== undefined && (onBad === 'fail' || shown.length === 0))
    throw new SproutError('images-bad', { count: faults.length, total, first });
  for (const reason of faults) emit({ type: 'image-left-out', reason });
  return shown;
}

/** Only a recipe without a size can leave another one than the model takes. */
function sizeFault(
  raster: Omit<Raster, 'data'>,
  [height, width, channels]: readonly [number, number, number],
  path: string,
): string | undefined {
  if (raster.height === height && raster.width === width && raster.channels === channels)
    return undefined;
  const received = `${raster.height} x ${raster.width} x ${raster.channels}`;
  return `${path} is ${received} after the recipe; the model takes ${height} x ${width} x ${channels}`;
}
