import { fingerprint } from '@sprout/core';
import { versions } from 'node:process';
import { recipeHash } from '@sprout/imgproc';
import type { Opened, Trainer } from '@sprout/train';
import type { ResolvedTraining } from '../config/resolve-training.ts';
import { classMap } from '../images/class-map.ts';
import type { OpenedImages } from '../images/open-images.ts';
import { version } from './version.ts';
import type { RunDescription } from './with-run-record.ts';

export interface DescribeRunOptions {
  readonly resolved: ResolvedTraining;
  readonly images: OpenedImages;
  /** The command line that starts the same training, without `sprout`. */
  readonly command: readonly string[];
  readonly trainer: Pick<Opened<Trainer>, 'engine' | 'version'>;
}

/** The contents of `run.json` that are known before the training. */
export function describeRun({
  resolved,
  images,
  command,
  trainer: { engine, version: engineVersion },
}: DescribeRunOptions): RunDescription {
  const { dataset, training, validation, bad } = images;
  return {
    schema: 1,
    command: [...command],
    config: resolved,
    versions: {
      sprout: version(),
      node: versions.node,
      [engine]: engineVersion ?? 'unknown',
    },
    engine,
    seed: resolved.train.seed,
    dataset: {
      folder: resolved.data.folder,
      fingerprint: fingerprint(dataset.samples),
      samples: { training: training.length, validation: validation.length, bad: bad.length },
    },
    split: {
      validation: resolved.data.validation,
      by: wayOf(images, resolved),
      fingerprints: { training: fingerprint(training), validation: fingerprint(validation) },
    },
    classes: [...classMap(images)],
    recipe: resolved.recipe.map((spec) => ({ ...spec })),
    recipeHash: recipeHash(resolved.recipe),
  };
}

function wayOf(
  { dataset }: OpenedImages,
  { data }: ResolvedTraining,
): NonNullable<RunDescription['split']>['by'] {
  if (data.split !== undefined) return 'file';
  if (dataset.parts?.validation !== undefined) return 'folders';
  return data.groupBy === undefined ? data.validationBy : 'groups';
}
