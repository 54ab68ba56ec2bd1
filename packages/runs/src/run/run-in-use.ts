import { SproutError } from '@sprout/core';
import type { RunFolder } from './run-folder.ts';

/** The error for a run that a process trains. @param holder The process, as `process 12 on host`. */
export function runInUse(
  { folder }: Pick<RunFolder, 'folder'>,
  holder: string,
): SproutError<'run-locked'> {
  const advice = 'wait until its training is finished';
  return new SproutError('run-locked', { run: folder, holder, advice });
}
