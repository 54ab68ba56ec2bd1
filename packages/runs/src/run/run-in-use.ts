import { SproutError } from '@sprout/core';
import type { RunFolder } from './run-folder.ts';
import { runHolder } from './run-holder.ts';

/** The error `run-locked` for a run that a process trains; `undefined` if none does. */
export async function runInUse(
  run: Pick<RunFolder, 'folder' | 'lock'>,
): Promise<SproutError<'run-locked'> | undefined> {
  const holder = await runHolder(run);
  if (holder === undefined) return undefined;
  const advice = 'wait until its training is finished';
  return new SproutError('run-locked', { run: run.folder, holder, advice });
}
