import { canonicalJson, type Json, type Samples } from '@sprout/core';
import { recipeHash } from '@sprout/imgproc';
import {
  type FeatureAddress,
  featureAddressOf,
  type FeatureOrigin,
  type ModelDefinition,
  outputLayer,
  outputShape,
  samplesFingerprint,
} from '@sprout/train';
import type { ResolvedTraining } from '../config/resolve-training.ts';
import { transferOf } from '../transfer/transfer-of.ts';

/** Which features are computed, and of what. */
export interface FeaturePlan {
  readonly base: ModelDefinition;
  /** The layer of the base whose output the features are, and its shape for one image. */
  readonly layer: string;
  readonly shape: readonly number[];
  readonly address: FeatureAddress;
  readonly origin: FeatureOrigin;
}

export interface PlanFeaturesOptions {
  readonly base: ModelDefinition;
  /** All images of the folder, bad ones among them: the address is then known before the images are checked. */
  readonly samples: Samples;
  /** The number of augmented copies of each image; 0 by default. */
  readonly copies?: number | undefined;
}

/** The features of the images of a folder for a base with a head. @throws {SproutError} `image-unreadable`. */
export async function planFeatures(
  resolved: ResolvedTraining,
  { base, samples, copies = 0 }: PlanFeaturesOptions,
): Promise<FeaturePlan> {
  const { recipe, augment, train, model } = resolved;
  const { seed } = train;
  const layer = outputLayer(base);
  const address = featureAddressOf(base, {
    samples: await samplesFingerprint(samples),
    recipe: `${canonicalJson(recipe)} (${recipeHash(recipe).slice(0, 16)})`, // the hash has the version of the decoder
    base: nameOf(model),
    layer,
    ...(copies > 0 && { augmentation: canonicalJson({ augment, seed }), copies: copies + 1 }),
  });
  const { head: _, trainable: __, ...origin } = model;
  const data = {
    model: origin,
    recipe,
    engine: resolved.engine,
    seed,
    ...(copies > 0 && { augment }),
  };
  return {
    base,
    layer,
    shape: outputShape(base),
    address,
    origin: JSON.parse(JSON.stringify(data)) as Record<string, Json>, // plain data, as a run record has it
  };
}

/** The name of a base with its parameters. */
function nameOf(model: ResolvedTraining['model']): string {
  const parameters = transferOf(model)?.parameters ?? {};
  const own = Object.keys(parameters).length === 0 ? '' : ` ${canonicalJson(parameters)}`;
  return `${model.name}${own}`;
}
