import { type Dataset, type Samples, scanFolder } from '@sprout/core';
import { checkAddress, type StoreContents } from '@sprout/train';
import type { TrainingOptions } from '../config/config-options.ts';
import { fixedSize } from '../config/fixed-size.ts';
import { resolveFeatures } from '../config/resolve-features.ts';
import type { ResolvedTraining } from '../config/resolve-training.ts';
import { type Context, contextOf, type RunContext } from '../event/run-context.ts';
import { type Extraction, extractToStore } from '../features/extract-to-store.ts';
import { claimImageCache, imageCache, removeImageCache } from '../features/image-cache.ts';
import { type FeaturePlan, planFeatures } from '../features/plan-features.ts';
import { completeStore, storeAt } from '../features/store-at.ts';
import { storedSamples } from '../features/stored-samples.ts';
import { emitLeftOut } from '../images/check-bad.ts';
import { checkClasses } from '../images/check-classes.ts';
import { type CheckedImages, checkImages } from '../images/check-images.ts';
import { checkOutside } from '../images/check-outside.ts';
import { checkScan } from '../images/check-scan.ts';
import { openSource } from '../images/open-source.ts';
import { openBase } from '../transfer/open-base.ts';
import { transferOf } from '../transfer/transfer-of.ts';

export interface FeaturesOptions extends Omit<TrainingOptions, 'features' | 'trainable'> {
  /** A folder with one sub-folder for each class. */
  readonly folder: string;
  /** The folder of the store: new, empty, or with a store of the same features. */
  readonly out: string;
  /** The number of augmented copies of each image, besides the image as it is; 0 by default. They need an augmentation. */
  readonly copies?: number | undefined;
}

export interface FeaturesResult {
  /** The folder of the store. */
  readonly store: string;
  /** The name of the base. */
  readonly base: string;
  readonly layer: string;
  /** The shape of the features of one image: `[channels]` or `[height, width, channels]`. */
  readonly shape: readonly number[];
  /** Images with features, and images that were left out. */
  readonly samples: { readonly stored: number; readonly bad: number };
  /** Augmented copies of each image. */
  readonly copies: number;
  /** The rows of the store: one for each image and each copy. */
  readonly rows: number;
  /** The rows that this call computed; the others were there already. */
  readonly computed: number;
  /** The speed of computing them, and its time; 0 if there was nothing to compute. */
  readonly imagesPerSecond: number;
  readonly seconds: number;
  /** `undefined` if there was nothing to compute. */
  readonly engine?: string | undefined;
}

/** See `features` in `commands.ts`. */
export async function features(
  options: FeaturesOptions,
  runContext?: RunContext,
): Promise<FeaturesResult> {
  const { folder, out, copies = 0 } = options;
  const context = contextOf(runContext);
  const resolved = await resolveFeatures(options, context);
  await checkOutside(folder, out, { option: 'The folder to write' });
  const transfer = transferOf(resolved.model)!; // `resolveFeatures` checks it
  const base = await openBase(transfer, { ...fixedSize(resolved.recipe), restored: false });
  const { onBad, followLinks, parts } = resolved.data;
  const scanOptions = { followOutside: followLinks, parts, signal: context.signal };
  const scan = await scanFolder(folder, scanOptions);
  checkScan(scan, { onBad, parts, ...context });
  const { samples: scanned } = scan;
  const plan = await planFeatures(resolved, { base, samples: scanned, copies });
  const found = await storeAt(out);
  if (found !== undefined) checkAddress(out, found.address, plan.address);
  const work = { found, plan, resolved, scan, ...context };
  const { samples, extraction } = await fill(out, work);
  const rows = samples.length * plan.address.copies;
  const { computed = 0, seconds = 0, engine } = extraction ?? {};
  return {
    store: out,
    base: resolved.model.name,
    layer: plan.layer,
    shape: plan.shape,
    samples: { stored: samples.length, bad: scanned.length - samples.length },
    copies,
    rows,
    computed,
    imagesPerSecond: seconds === 0 ? 0 : computed / seconds,
    seconds,
    engine,
  };
}

interface FillOptions extends Context {
  readonly found: StoreContents | undefined;
  readonly plan: FeaturePlan;
  readonly resolved: ResolvedTraining;
  readonly scan: Dataset;
}

interface Filled {
  readonly samples: Samples;
  /** `undefined` if the store was complete. */
  readonly extraction?: Extraction;
}

/** Computes the rows that are missing. Prepared images are cached beside the store until it is complete. */
async function fill(out: string, options: FillOptions): Promise<Filled> {
  const { found, plan, resolved, scan, emit } = options;
  const { onBad } = resolved.data;
  const known = found && storedSamples(scan.samples, { store: out, ids: found.ids, onBad });
  if (known !== undefined) emitLeftOut(known.bad, { emit });
  const isComplete = known !== undefined && (await completeStore(out)) !== undefined;
  const filled = isComplete ? { samples: known.good } : await extract(out, { ...options, known });
  await removeImageCache(out);
  const rows = filled.samples.length * plan.address.copies;
  if (isComplete) emit({ type: 'features-complete', store: out, rows });
  return filled;
}

async function extract(
  out: string,
  { known, ...options }: FillOptions & { readonly known: CheckedImages | undefined },
): Promise<Filled> {
  const { plan, resolved, scan, found: _, ...context } = options;
  const { data, recipe } = resolved;
  if (data.cache) await claimImageCache(out);
  const onProblem = (reason: string): void => context.emit({ type: 'cache-unavailable', reason });
  await using opened = await openSource(resolved, { cacheFolder: imageCache(out), onProblem });
  const { source } = opened;
  const checking = { recipe, onBad: data.onBad, ...context };
  const { good: samples, bad } = known ?? (await checkImages(source, scan.samples, checking));
  checkClasses(scan, samples, bad);
  if (known === undefined) emitLeftOut(bad, context);
  const extraction = await extractToStore(out, { plan, resolved, samples, source, ...context });
  return { samples, extraction };
}
