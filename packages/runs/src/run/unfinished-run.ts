import { SproutError } from '@sprout/core';
import type { RunFolder } from './run-folder.ts';
import { runHolder } from './run-holder.ts';
import { runInUse } from './run-in-use.ts';

export interface UnfinishedRunOptions {
  /** Whether the run was finished before, and went on to more epochs. */
  readonly extended?: boolean;
}

/**
 * The error for a run whose results cannot be read yet: `run-locked` while a process trains it, otherwise `run-incompatible`.
 */
export async function unfinishedRun(
  run: RunFolder,
  { extended = false }: UnfinishedRunOptions = {},
): Promise<SproutError> {
  const holder = await runHolder(run);
  if (holder !== undefined) return runInUse(run, holder);
  const reason = extended ? 'it went on to more epochs and is not finished' : 'it is not finished';
  return new SproutError('run-incompatible', { run: run.folder, reason });
}
