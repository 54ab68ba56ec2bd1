import { canonicalJson, isSproutError } from '@sprout/core';
import {
  createHead,
  type FeatureStore,
  type HeadDefinition,
  headWithClasses,
  type ModelDefinition,
  type Opened,
  openFeatureStore,
  outputShape,
  type Trainer,
  withWeights,
} from '@sprout/train';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { ResolvedTraining } from '../config/resolve-training.ts';
import type { Context } from '../event/run-context.ts';
import type { OpenedImages } from '../images/open-images.ts';
import { transferOf } from '../transfer/transfer-of.ts';
import { extractToStore } from './extract-to-store.ts';
import { type FeatureStreams, featureStreams } from './feature-streams.ts';
import type { StoredImages } from './open-stored-images.ts';
import { type FeaturePlan, planFeatures } from './plan-features.ts';
import { completeStore } from './store-at.ts';

export interface HeadTrainingOptions {
  readonly images: OpenedImages | StoredImages;
  /** The base of the model, if it has one. */
  readonly base: ModelDefinition | undefined;
  /** The folder of the stores that trainings make. */
  readonly cacheFolder: string;
}

export interface OpenFeaturesOptions extends Context {
  readonly trainer: Pick<Opened<Trainer>, 'engine' | 'version'>;
  /** The run folder, for a store that cannot be in the cache. */
  readonly run: string;
}

/** A training of a head on features. */
export interface HeadTraining {
  /** The head with its initial weights: those of base and head as one model. */
  readonly definition: HeadDefinition;
  /** What the result depends on, besides configuration and images. */
  readonly identity: string;
  /** Opens the features. A store in the cache is filled first. */
  readonly open: (options: OpenFeaturesOptions) => Promise<FeatureStreams>;
}

/** The training of a head on features; `undefined` for a training on images. */
export function headTraining(
  resolved: ResolvedTraining,
  { images, base, cacheFolder }: HeadTrainingOptions,
): HeadTraining | undefined {
  const { features = 'none' } = resolved.data;
  if (base === undefined || features === 'none') return undefined;
  const definition = headOf(resolved, base, images.dataset.classes.length);
  const streamsOf = (store: FeatureStore) => featureStreams(store, { ...images, resolved });
  if ('store' in images) {
    const { store } = images;
    const { augmentation, copies } = store.address;
    const open: HeadTraining['open'] = async ({ emit }) => {
      emit({ type: 'features-used', store: features, automatic: false });
      return streamsOf(store);
    };
    return { definition, identity: canonicalJson({ augmentation, copies }), open };
  }
  const open: HeadTraining['open'] = async (options) =>
    streamsOf(await cachedStore(resolved, { ...options, base, images, cacheFolder }));
  return { definition, identity: features, open };
}

function headOf(
  { model, train }: ResolvedTraining,
  base: ModelDefinition,
  classes: number,
): HeadDefinition {
  const layers = transferOf(model)?.head;
  const outline = createHead(outputShape(base), headWithClasses(base, { layers, classes }));
  return withWeights(outline, { seed: train.seed });
}

interface CachedStoreOptions extends OpenFeaturesOptions {
  readonly images: OpenedImages;
  readonly base: ModelDefinition;
  readonly cacheFolder: string;
}

/** The store of a training in the cache, after the rows that are missing have been computed. */
async function cachedStore(
  resolved: ResolvedTraining,
  { images, base, cacheFolder, trainer, run, ...context }: CachedStoreOptions,
): Promise<FeatureStore> {
  const { usable: samples, source } = images;
  const plan = await planFeatures(resolved, { base, samples });
  const folder = join(cacheFolder, storeName(plan, trainer));
  context.emit({ type: 'features-used', store: folder, automatic: true });
  const complete = await completeStore(folder);
  if (complete !== undefined) return complete;
  const extraction = { plan, resolved, samples, source, ...context };
  try {
    await extractToStore(folder, extraction);
    return await openFeatureStore(folder);
  } catch (error) {
    if (!isSproutError(error, 'run-locked')) throw error;
  }
  const own = join(run, 'features'); // another process fills that of the cache
  await extractToStore(own, extraction);
  return await openFeatureStore(own);
}

/** Features of another engine differ in their last bits, so they are another store. */
function storeName(
  { address }: FeaturePlan,
  { engine, version = '' }: OpenFeaturesOptions['trainer'],
): string {
  const key = createHash('sha256').update(canonicalJson({ address, engine, version }));
  return `features-${key.digest('hex').slice(0, 16)}`;
}
