import { fingerprint } from '@sprout/core';
import { recipeHash } from '@sprout/imgproc';
import type { Opened, Trainer } from '@sprout/train';
import type { RunDescription } from '../run/with-run-record.ts';
import { version } from '../version.ts';
import type { OpenedImages } from './open-images.ts';
import type { ResolvedTraining } from './resolve-training.ts';

export interface DescribeRunOptions {
  readonly resolved: ResolvedTraining;
  readonly images: OpenedImages;
  /** The arguments as typed. */
  readonly command: readonly string[];
  readonly session: Pick<Opened<Trainer>, 'engine' | 'version'>;
}

/** What `run.json` says of a run before it begins. */
export function describeRun({
  resolved,
  images,
  command,
  session: { engine, version: engineVersion },
}: DescribeRunOptions): RunDescription {
  const { dataset, training, validation, bad } = images;
  return {
    schema: 1,
    command: [...command],
    config: resolved,
    versions: {
      sprout: version(),
      node: process.versions.node,
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
      by: resolved.data.groupBy === undefined ? resolved.data.validationBy : 'groups',
      fingerprints: { training: fingerprint(training), validation: fingerprint(validation) },
    },
    classes: [...dataset.classes],
    recipe: resolved.recipe.map((spec) => ({ ...spec })),
    recipeHash: recipeHash(resolved.recipe),
  };
}
