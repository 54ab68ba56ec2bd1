import { canonicalJson, type ImageSource, type Samples } from '@sprout/core';
import {
  expectedWeights,
  type FeatureStore,
  type ModelDefinition,
  openFeatureStore,
  poolLayers,
} from '@sprout/train';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { ResolvedTraining } from '../config/resolve-training.ts';
import type { Context } from '../event/run-context.ts';
import { extractToStore } from '../features/extract-to-store.ts';
import { planFeatures } from '../features/plan-features.ts';
import { completeStore } from '../features/store-at.ts';

/** The number of layers whose means are the features, see decision 0033. */
const LAYERS = 10;

export interface PooledFeaturesOptions extends Context {
  readonly resolved: ResolvedTraining;
  /** With its weights. */
  readonly base: ModelDefinition;
  /** The images of the folder, bad ones among them, and those that can be used. */
  readonly scanned: Samples;
  readonly samples: Samples;
  readonly source: ImageSource;
  /** The folder that holds all caches. */
  readonly cacheFolder: string;
}

/**
 * The features of images for judging labels: the means of the last rectified layers of a base. They are kept in the cache, so that
 * they are computed once.
 *
 * @returns `[samples, size]`, row by row.
 * @throws {SproutError} as `poolLayers` and `extractToStore`.
 */
export async function pooledFeatures(options: PooledFeaturesOptions): Promise<Float32Array> {
  const { resolved, samples, scanned, source, cacheFolder, emit, signal } = options;
  const base = pooledBase(options.base);
  const plan = await planFeatures(resolved, { base, samples: scanned });
  const ids = createHash('sha256').update(Array.from(samples, ({ id }) => id).join('\n'));
  const key = createHash('sha256').update(
    canonicalJson({ address: plan.address, ids: ids.digest('hex'), engine: resolved.engine }),
  );
  const store = join(cacheFolder, `features-${key.digest('hex').slice(0, 16)}`);
  const complete = await completeStore(store);
  if (complete !== undefined) return await allRows(complete);
  await extractToStore(store, { plan, resolved, samples, source, emit, signal });
  return await allRows(await openFeatureStore(store));
}

/** The base with pooled layers at its end, without the weights of the layers behind them. */
function pooledBase(base: ModelDefinition): ModelDefinition {
  const outline = poolLayers(base, LAYERS);
  const kept = new Set(expectedWeights(outline).map(({ name }) => name));
  return { ...outline, weights: base.weights.filter(({ name }) => kept.has(name)) };
}

function allRows(store: FeatureStore): Promise<Float32Array> {
  return store.read(Array.from(store.ids.keys()), 0);
}
