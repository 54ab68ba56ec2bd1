import { canonicalJson, type Samples } from '@sprout/core';
import { createHash } from 'node:crypto';
import { copyNames } from './copy-names.ts';
import type { CopyPlan, PlannedCopy, PlannedImage } from './planned-image.ts';
import { type AugmentationLog, invalid, type LoggedCopy } from './read-log.ts';

export interface PlanReplayOptions {
  readonly samples: Samples;
  /** The path of the data set. */
  readonly folder: string;
}

/**
 * Plans the augmented images of a log, in its order.
 *
 * @throws {SproutError} `file-invalid` for a line about an image that the folder does not have.
 */
export function planReplay(log: AugmentationLog, { samples, folder }: PlanReplayOptions): CopyPlan {
  const positions = new Map(Array.from(samples, ({ id }, position) => [id, position]));
  for (const { line, record } of log.copies) {
    if (positions.has(record.id)) continue;
    throw invalid({ file: log.file, line }, `there is no image ${record.id} in ${folder}`);
  }
  const digest = createHash('sha256').update(log.text).digest('hex');
  return {
    samples: new Set(log.copies.map(({ record }) => record.id)).size,
    total: log.copies.length,
    planned: loggedImages(log.copies, samples, positions),
    purpose: canonicalJson({ folder, log: digest }),
  };
}

/** Lines in a row about one image and one recipe are one planned image. */
function* loggedImages(
  logged: readonly LoggedCopy[],
  samples: Samples,
  positions: ReadonlyMap<string, number>,
): Generator<PlannedImage, void, undefined> {
  const nameOf = copyNames(samples);
  for (const group of groups(logged)) {
    const [{ record, recipe }] = group;
    const position = positions.get(record.id)!; // checked by the caller
    const copies = group.map((copy): PlannedCopy => {
      const file = nameOf(position, copy.record.copy);
      return { ...copy, record: { ...copy.record, file } };
    });
    yield { sample: samples.at(position), recipe, copies };
  }
}

type Group = [LoggedCopy, ...LoggedCopy[]];

function groups(logged: readonly LoggedCopy[]): Group[] {
  const all: Group[] = [];
  for (const copy of logged) {
    const last = all.at(-1);
    const [first] = last ?? [];
    if (first?.record.id === copy.record.id && first.recipe === copy.recipe) last?.push(copy);
    else all.push([copy]);
  }
  return all;
}
