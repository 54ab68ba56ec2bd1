import type { RunRecord, TrainingPosition } from '@sprout/core';
import type { Opened, Trainer } from '@sprout/train';
import { withTotal } from '../config/resolve-stages.ts';
import type { ResolvedTraining } from '../config/resolve-training.ts';
import { type Extension, extensionOf } from './extension-of.ts';
import { recordedTraining } from './recorded-training.ts';
import { restoreRun } from './restore-run.ts';
import type { RunFolder } from './run-folder.ts';
import { type RunIdentities, runIdentity, type RunIdentityOptions } from './run-identity.ts';

export interface BeginRunOptions {
  readonly run: RunFolder;
  /** The record of a run that is resumed. */
  readonly before: RunRecord | undefined;
  readonly resolved: ResolvedTraining;
  /** The number of epochs that the caller has chosen for a run that is resumed. */
  readonly epochs?: number | undefined;
  readonly images: RunIdentityOptions['images'];
  /** As for `runIdentity`. */
  readonly features?: string | undefined;
}

/** Where a run begins, and what it needs to know of its past. */
export interface BegunRun extends RunIdentities {
  /** `undefined` for a run without a checkpoint. */
  readonly from: TrainingPosition | undefined;
  /** All changes of the number of epochs, oldest first. */
  readonly extended: readonly Extension[];
  /** The change that is made now. */
  readonly extension: Extension | undefined;
}

const START = { epoch: 0, done: 0, history: [] };

/**
 * Restores the trainer of a run that is resumed, from a checkpoint that was made with its number of epochs or a former one, and
 * finds out whether the number of epochs changes.
 *
 * @throws {SproutError} `option-invalid` for fewer epochs than the run has begun; and as `restoreRun`.
 */
export async function beginRun(
  trainer: Trainer & Pick<Opened<Trainer>, 'engine'>,
  { run, before, resolved, epochs, images, features }: BeginRunOptions,
): Promise<BegunRun> {
  const { train } = resolved;
  const identityOf = (total: number): string => {
    const own = { ...resolved, train: withTotal(train, total) };
    return runIdentity(own, { images, engine: trainer.engine, features });
  };
  const extended = before?.extended ?? [];
  const planned = before && recordedTraining(before, run.record).train.epochs;
  const totals = [...extended.map(({ from }) => from), planned ?? train.epochs];
  const formerIdentities = [...new Set(totals)].map(identityOf);
  const identities = { identity: identityOf(train.epochs), formerIdentities };
  const from = await restoreRun(trainer, { run, ...identities });
  const extension =
    planned === undefined || epochs === undefined
      ? undefined
      : extensionOf(from ?? START, {
          planned,
          epochs,
          earlyStopping: train.earlyStopping,
          stages: train.stages,
          patienceFrom: extended.at(-1)?.after,
        });
  const all = extension === undefined ? extended : [...extended, extension];
  return { ...identities, from, extended: all, extension };
}
