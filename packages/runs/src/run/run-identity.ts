import { canonicalJson, fingerprint, isWithin, type Samples, SproutError } from '@sprout/core';
import { recipeHash } from '@sprout/imgproc';
import type { Checkpoint } from '@sprout/train';
import { createHash } from 'node:crypto';
import { relative } from 'node:path';
import { isTable } from '../config/is-table.ts';
import type { ResolvedTraining } from '../config/resolve-training.ts';
import type { Tags } from '../images/tags.ts';
import { transferOf } from '../transfer/transfer-of.ts';

export interface RunIdentityOptions {
  readonly images: {
    readonly training: Samples;
    readonly validation: Samples;
    readonly tags?: Tags | undefined;
  };
  readonly engine: string;
  /** What the result depends on besides, if the head is trained on features. */
  readonly features?: string | undefined;
}

/** A hash of everything that the results of a training depend on. A run is only resumed from a checkpoint with the same hash. */
export function runIdentity(
  { recipe, augment, model, train, data }: ResolvedTraining,
  { images, engine, features }: RunIdentityOptions,
): string {
  const { checkpointSeconds: _, keep: __, ...training } = train;
  const parts = {
    recipe: recipeHash(recipe),
    augment,
    model: model['weights'] === undefined ? model : { ...model, weights: hashOf(model) },
    train: training,
    split: [data.validation, data.validationBy, groupsIn(data)],
    data: [fingerprint(images.training), fingerprint(images.validation)],
    engine,
    features,
    ...(images.tags && {
      tags: { names: [...images.tags.names], rows: images.tags.rows.map((row) => [...row]) },
    }),
  };
  return createHash('sha256').update(canonicalJson(parts)).digest('hex');
}

/** The groups of the split; a table inside the data set by its path from there, so that the data set can be moved. */
function groupsIn({ folder, groupBy }: ResolvedTraining['data']): string | undefined {
  if (groupBy === undefined || !isTable(groupBy) || !isWithin(groupBy, folder)) return groupBy;
  return relative(folder, groupBy);
}

/** The hash of the weights of a base. The path of their file is not part of the identity. */
function hashOf(model: ResolvedTraining['model']): string | undefined {
  return transferOf(model)?.weights?.sha256;
}

/** The identities of the checkpoints that a run may use. */
export interface RunIdentities {
  /** The identity of the training, as `runIdentity` returns it. */
  readonly identity: string;
  /** Its identities before the number of epochs was changed. */
  readonly formerIdentities?: readonly string[] | undefined;
}

/** @throws {SproutError} `run-incompatible` if a checkpoint belongs to another configuration, data set or engine. */
export function checkIdentity(
  checkpoint: Checkpoint,
  { identity, formerIdentities = [] }: RunIdentities,
  run: string,
): void {
  if ([identity, ...formerIdentities].includes(checkpoint.identity)) return;
  const reason = 'its checkpoint was made with other settings, other images or another engine';
  throw new SproutError('run-incompatible', { run, reason });
}
