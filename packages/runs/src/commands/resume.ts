import { readRunRecord } from '@sprout/core';
import { join, resolve } from 'node:path';
import { contextOf, type RunContext } from '../event/run-context.ts';
import { checkSeals } from '../run/check-seals.ts';
import { pathExists } from '../run/path-exists.ts';
import { resolveResume, type ResumeOptions } from '../run/resolve-resume.ts';
import { runFolder } from '../run/run-folder.ts';
import type { TrainResult } from '../run/train-result.ts';
import { trainRun } from './train-run.ts';

/** See `resume` in `commands.ts`. */
export async function resume(options: ResumeOptions, context?: RunContext): Promise<TrainResult> {
  const { run, data, epochs } = options;
  const own = contextOf(context);
  const resolved = await resolveResume(options);
  const { state } = await readRunRecord(runFolder(run).record);
  if (state === 'completed' && epochs === undefined) own.emit({ type: 'run-finished-before', run });
  for (const name of await checkSeals(runFolder(run)))
    own.emit({ type: 'file-changed', file: join(run, name), rewritten: true });
  return await trainRun({
    resolved,
    command: ['train', '--resume', run], // a resumed run keeps the command in its record
    runs: resolve(run, '..'),
    openRun: async () => runFolder(run),
    moved: data !== undefined,
    epochs,
    restored: await pathExists(runFolder(run).checkpoints.last),
    ...own,
  });
}
