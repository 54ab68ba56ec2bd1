import type { TrainingPosition } from '@sprout/core';
import type { Trainer } from '@sprout/train';
import { checkpointGone, readCheckpoint } from './checkpoint-files.ts';
import { checkIdentity, type RunIdentities } from './run-identity.ts';
import { pathExists } from './path-exists.ts';
import type { RunFolder } from './run-folder.ts';

export interface RestoreRunOptions extends RunIdentities {
  readonly run: RunFolder;
}

/**
 * Restores a trainer from the last checkpoint of a run.
 *
 * @returns The position of the checkpoint; `undefined` if the run has no checkpoint yet.
 * @throws {SproutError} `run-incompatible` for a checkpoint that is missing or of another identity; `file-invalid`.
 */
export async function restoreRun(
  trainer: Trainer,
  { run, ...identities }: RestoreRunOptions,
): Promise<TrainingPosition | undefined> {
  const checkpoint = await readCheckpoint(run.checkpoints.last);
  if (checkpoint === undefined) {
    if (await pathExists(run.metrics)) throw checkpointGone(run, run.checkpoints.last); // written after the checkpoint
    return undefined;
  }
  checkIdentity(checkpoint, identities, run.folder);
  await trainer.restore(checkpoint.state);
  return checkpoint.position;
}
