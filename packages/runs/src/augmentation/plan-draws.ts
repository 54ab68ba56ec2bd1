import { canonicalJson, SproutError } from '@sprout/core';
import { drawAugmentation, type DrawnOp, recipeHash } from '@sprout/imgproc';
import { versions } from 'node:process';
import type { ChosenImages } from '../images/choose-images.ts';
import { version } from '../run/version.ts';
import { copyNames } from './copy-names.ts';
import type { LogRecord } from './log-record.ts';
import type { CopyPlan, PlannedImage } from './planned-image.ts';

export interface PlanDrawsOptions {
  /** The path of the data set. */
  readonly folder: string;
  /** The number of augmented images of each sample. */
  readonly copies: number;
}

/**
 * Plans augmented copies of every sample. Their numbers are those of the first epochs of a training.
 *
 * @throws {SproutError} `option-invalid` for an augmentation without ops.
 */
export function planDraws(chosen: ChosenImages, { folder, copies }: PlanDrawsOptions): CopyPlan {
  const { samples, recipe, augment, seed } = chosen;
  if (augment.length === 0) {
    const rule = 'an augmentation of at least one op';
    throw new SproutError('option-invalid', { option: 'augment', value: 'no ops', rule });
  }
  return {
    samples: samples.length,
    total: samples.length * copies,
    planned: drawnImages(chosen, copies),
    purpose: canonicalJson({ folder, recipe: recipeHash(recipe), augment, seed, copies }),
  };
}

function* drawnImages(
  { samples, recipe, augment, seed }: ChosenImages,
  copies: number,
): Generator<PlannedImage, void, undefined> {
  const nameOf = copyNames(samples);
  const own = { sprout: version(), node: versions.node };
  for (const [position, sample] of Array.from(samples).entries()) {
    const { id } = sample;
    const planned = Array.from({ length: copies }, (_, epoch) => {
      const drawn = asRead(drawAugmentation(augment, { seed, epoch, id }));
      const ops = drawn.map((each, at) => ({ ...each, spec: augment[at]! })); // one for each op
      const copy = epoch + 1;
      const file = nameOf(position, copy);
      const record: LogRecord = { id, copy, file, seed, ops, recipe, versions: own };
      return { record, augment, drawn };
    });
    yield { sample, recipe, copies: planned };
  }
}

/** The numbers as they are read from a log, where -0 is 0, so that the log makes the same pixels. */
function asRead(drawn: readonly DrawnOp[]): DrawnOp[] {
  return JSON.parse(JSON.stringify(drawn));
}
