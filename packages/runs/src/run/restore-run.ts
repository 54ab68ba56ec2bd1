import type { TrainingPosition } from '@sprout/core';
import type { Trainer } from '@sprout/train';
import { checkpointGone, readCheckpoint } from './checkpoint-files.ts';
import { checkIdentity } from './run-identity.ts';
import { pathExists } from './path-exists.ts';
import type { RunFolder } from './run-folder.ts';

/**
 * Restores a trainer from the last checkpoint of a run.
 *
 * @returns The position of the checkpoint; `undefined` if the run has no checkpoint yet.
 * @throws {SproutError} `run-incompatible` for a checkpoint that is missing or of another identity; `file-invalid`.
 */
export async function restoreRun(
  trainer: Trainer,
  { run, identity }: { readonly run: RunFolder; readonly identity: string },
): Promise<TrainingPosition | undefined> {
  const checkpoint = await readCheckpoint(run.checkpoints.last);
  if (checkpoint === undefined) {
    if (await pathExists(run.metrics)) throw checkpointGone(run, run.checkpoints.last); // written after the checkpoint
    return undefined;
  }
  checkIdentity(checkpoint, identity, run.folder);
  await trainer.restore(checkpoint.state);
  return checkpoint.position;
}
