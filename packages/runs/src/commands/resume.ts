import { lockHolder, readRunRecord } from '@sprout/core';
import { join, resolve } from 'node:path';
import { contextOf, type RunContext } from '../event/run-context.ts';
import { readCheckpoint } from '../run/checkpoint-files.ts';
import { checkSeals } from '../run/check-seals.ts';
import { checkBegun } from '../run/extension-of.ts';
import { pathExists } from '../run/path-exists.ts';
import { resolveResume, type ResumeOptions } from '../run/resolve-resume.ts';
import { runFolder, type RunFolder } from '../run/run-folder.ts';
import { runInUse } from '../run/run-in-use.ts';
import type { TrainResult } from '../run/train-result.ts';
import { trainRun } from './train-run.ts';

/** See `resume` in `commands.ts`. */
export async function resume(options: ResumeOptions, context?: RunContext): Promise<TrainResult> {
  const { run, data, epochs } = options;
  const own = contextOf(context);
  const folder = runFolder(run);
  const holder = await lockHolder(folder.lock);
  if (holder !== undefined) throw runInUse(folder, holder);
  const resolved = await resolveResume(options);
  if (epochs !== undefined) await checkEpochs(folder, epochs);
  const { state } = await readRunRecord(folder.record);
  if (state === 'completed' && epochs === undefined) own.emit({ type: 'run-finished-before', run });
  for (const name of await checkSeals(folder))
    own.emit({ type: 'file-changed', file: join(run, name), rewritten: true });
  return await trainRun({
    resolved,
    command: ['train', '--resume', run], // a resumed run keeps the command in its record
    runs: resolve(run, '..'),
    openRun: async () => folder,
    moved: data !== undefined,
    epochs,
    restored: await pathExists(folder.checkpoints.last),
    ...own,
  });
}

/** Checks a new number of epochs before any image is read. @throws {SproutError} as `checkBegun`; `file-invalid`. */
async function checkEpochs({ checkpoints }: RunFolder, epochs: number): Promise<void> {
  const checkpoint = await readCheckpoint(checkpoints.last);
  if (checkpoint !== undefined) checkBegun(checkpoint.position, epochs);
}
