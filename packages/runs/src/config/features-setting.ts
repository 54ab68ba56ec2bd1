import { SproutError } from '@sprout/core';
import { hasDropout } from '@sprout/train';
import { resolve } from 'node:path';
import { outlineOf } from '../transfer/outline-of.ts';
import { transferOf } from '../transfer/transfer-of.ts';
import { fixedSize } from './fixed-size.ts';
import type { ResolvedTraining } from './resolve-training.ts';

/**
 * Where a training takes the features of its base from: `auto`, the path of a store, or `none`; `undefined` if features are
 * not possible or not worth a store. A run record of an older version has no such field and means the same.
 *
 * @param resolved With the fields of the weights.
 * @throws {SproutError} `option-invalid` for features of a base that is trained, or of images that are not always the same.
 */
export async function featuresSetting(resolved: ResolvedTraining): Promise<string | undefined> {
  const { features, cache } = resolved.data;
  if (features === 'none') return features;
  const obstacle = obstacleOf(resolved);
  if (features === undefined) {
    const isFree = obstacle === undefined && (await randomPart(resolved)) === undefined;
    return isFree && cache ? 'auto' : undefined;
  }
  const reason =
    obstacle ?? (features === 'auto' ? await randomPart(resolved) : mixedPart(resolved));
  if (reason === undefined) return features === 'auto' ? features : resolve(features);
  throw new SproutError('option-invalid', {
    option: 'features',
    value: features,
    rule: `left out ${reason}`,
  });
}

/** Why features that were stored cannot be used: they are those of single images, and the base must see the mixed ones. */
function mixedPart({ train }: ResolvedTraining): string | undefined {
  return train.mix && 'where images are mixed (train.mix)';
}

/** Why a training cannot use features; `undefined` if it can. */
function obstacleOf({ model }: ResolvedTraining): string | undefined {
  const transfer = transferOf(model);
  if (transfer === undefined) return `for ${model.name}, which has no base with released weights`;
  if (transfer.trainable !== 'none')
    return `where layers of the base are trained (${transfer.trainable})`;
  return undefined;
}

/** The random part of a training with a frozen base, for which an image has other features in every epoch. */
async function randomPart(resolved: ResolvedTraining): Promise<string | undefined> {
  const { model, augment, recipe } = resolved;
  if (augment.length > 0) return 'where images are augmented';
  const mixed = mixedPart(resolved);
  if (mixed !== undefined) return mixed;
  const outline = await outlineOf(transferOf(model)!, fixedSize(recipe)); // the caller's check
  return hasDropout(outline) ? 'where the base has dropout' : undefined;
}
