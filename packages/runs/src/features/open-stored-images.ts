import { canonicalJson, SproutError, steadySource } from '@sprout/core';
import { createImagePool } from '@sprout/imgproc';
import {
  checkAddress,
  type FeatureStore,
  type ModelDefinition,
  openFeatureStore,
} from '@sprout/train';
import type { ResolvedTraining } from '../config/resolve-training.ts';
import type { Context } from '../event/run-context.ts';
import { checkClasses } from '../images/check-classes.ts';
import { checkScan } from '../images/check-scan.ts';
import type { OpenedImages } from '../images/open-images.ts';
import { innerSplit } from '../images/inner-split.ts';
import { withoutTags } from '../images/as-one-class.ts';
import { scanImages } from '../images/scan-images.ts';
import { splitOptionsOf } from '../images/split-options-of.ts';
import { planFeatures } from './plan-features.ts';
import { storedSamples } from './stored-samples.ts';

export interface OpenStoredImagesOptions extends Context {
  readonly resolved: ResolvedTraining;
  /** The folder of the store. */
  readonly folder: string;
  readonly base: ModelDefinition;
}

/** Images whose features are in a store. Their files are read only for the pictures of the report. */
export interface StoredImages extends OpenedImages {
  readonly store: FeatureStore;
}

/**
 * Opens a feature store for a training, and splits the images of its data set. No image is read: bad ones were left out when the
 * store was made, and the images are not examined.
 *
 * @throws {SproutError} `recipe-mismatch` for a store of another data set, recipe, input function, base or layer, of other weights, or
 *   of another augmentation; `images-bad`; as `openFeatureStore` and `splitDataset`.
 */
export async function openStoredImages({
  resolved,
  folder,
  base,
  emit,
  signal,
}: OpenStoredImagesOptions): Promise<StoredImages> {
  const { data, workers } = resolved;
  const scan = await scanImages(data, { emit, signal });
  checkScan(scan, { ...data, emit });
  const store = await openFeatureStore(folder);
  const { address } = await planFeatures(resolved, { base, samples: scan.samples });
  const { augmentation, copies } = store.address;
  checkAddress(folder, store.address, { ...address, augmentation, copies });
  checkAugmentation(folder, store, resolved);
  const { ids } = store;
  const stored = storedSamples(scan.samples, { store: folder, ids, onBad: data.onBad });
  const { good: samples, bad } = stored;
  const dataset = { ...scan, samples };
  checkClasses(withoutTags(scan), withoutTags(dataset).samples, bad);
  const split = innerSplit(dataset, await splitOptionsOf(scan, resolved, emit));
  emit({ type: 'examination-left-out', images: samples.length });
  const pool = await createImagePool({ workers, pixelLimit: data.pixelLimit });
  const dispose = () => pool[Symbol.asyncDispose]();
  const source = steadySource(pool);
  const images = { ...split, tags: scan.tags, bad, health: undefined, source, files: source };
  return { ...images, store, [Symbol.asyncDispose]: dispose };
}

/** A training without an augmentation uses the images as they are, whatever copies a store has. */
function checkAugmentation(
  folder: string,
  { origin = {}, address }: FeatureStore,
  { augment }: ResolvedTraining,
): void {
  const own = address.copies === 1 ? [] : origin['augment'];
  if (augment.length === 0 || own === undefined || canonicalJson(own) === canonicalJson(augment))
    return;
  throw new SproutError('recipe-mismatch', {
    left: `The feature store ${folder}`,
    right: 'the features asked for',
    field: `the augmentation is ${canonicalJson(own)} in the store, and ${canonicalJson(augment)} here`,
  });
}
