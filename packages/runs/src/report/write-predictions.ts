import {
  type ErrorData,
  fromErrorData,
  type ImageSource,
  type Sample,
  samplesFrom,
  sortedByCodePoint,
  writeAtomic,
} from '@sprout/core';
import { type PredictedPicture, predictionsPage } from '@sprout/viz';
import { basename, resolve } from 'node:path';
import type { Context } from '../event/run-context.ts';
import { pagePictures } from '../images/page-pictures.ts';
import { addressFrom } from './address-from.ts';
import { fairShares } from './fair-shares.ts';

/** The most pictures on the page: about 3 MB. */
const MOST_PICTURES = 500;

export interface WritePredictionsOptions extends Context {
  /** The run folder or the model folder. */
  readonly run: string;
  readonly files: readonly ShownFile[];
  readonly failed: readonly { readonly path: string; readonly error: ErrorData }[];
  readonly source: ImageSource;
  /** The smallest probability of a class that is not unknown, if one is set. */
  readonly threshold?: number | undefined;
  /** A class that comes after all others. */
  readonly last: string;
}

interface ShownFile {
  readonly sample: Sample;
  readonly predicted: string;
  readonly probability: number;
  /** The most probable class, if the predicted one is not known. */
  readonly best?: string | undefined;
  /** The most probable classes, if the page lists them. */
  readonly ranked?: PredictedPicture['ranked'];
}

/** Writes a page with the predicted files as pictures, by class. @throws {SproutError} `file-unwritable` */
export async function writePredictions(
  page: string,
  { run, files, failed, source, threshold, last, ...context }: WritePredictionsOptions,
): Promise<void> {
  const groups = byPredicted(files);
  const names = sortedByCodePoint(groups.keys()).toSorted(
    (a, b) => Number(a === last) - Number(b === last),
  );
  const sizes = names.map((name) => groups.get(name)!.length); // a name is a key
  const shares = fairShares(sizes, MOST_PICTURES);
  const chosen = names.map((name, at) =>
    groups
      .get(name)!
      .toSorted((a, b) => a.probability - b.probability)
      .slice(0, shares[at]),
  );
  const samples = samplesFrom(chosen.flat().map(({ sample }) => sample));
  const pictures = await pagePictures({ samples, source, ...context });
  const shownAs = ({ sample, probability, best, predicted, ranked }: ShownFile) => ({
    path: sample.id,
    href: addressFrom(page, sample.path),
    probability,
    ranked,
    ...(predicted === last && { best }),
    image: pictures.get(sample.id),
  });
  const text = predictionsPage({
    model: basename(resolve(run)),
    threshold,
    classes: names.map((name, at) => ({
      name: name === '' ? undefined : name,
      images: sizes[at]!,
      isUnknown: name === last,
      shown: chosen[at]!.map(shownAs),
    })),
    failed: failed.map(({ path, error }) => ({ path, reason: fromErrorData(error).message })),
  });
  await writeAtomic(page, text);
}

/** The files by predicted class. */
function byPredicted(files: readonly ShownFile[]): Map<string, ShownFile[]> {
  const groups = new Map<string, ShownFile[]>();
  for (const file of files) {
    const group = groups.get(file.predicted);
    if (group === undefined) groups.set(file.predicted, [file]);
    else group.push(file);
  }
  return groups;
}
