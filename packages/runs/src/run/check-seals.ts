import { changedFiles, SproutError } from '@sprout/core';
import type { RunFolder } from './run-folder.ts';

/** The files that `resume` reads or compares with. It writes the others again. */
const READ = new Set(['seals.json', 'run.json', 'split.csv', 'images.csv']);

/**
 * Checks the files of a run that is to be resumed.
 *
 * @returns The names of the other files that were changed since they were written.
 * @throws {SproutError} `run-incompatible` if a file that the run depends on was changed.
 */
export async function checkSeals({ folder }: RunFolder): Promise<string[]> {
  const changed = await changedFiles(folder);
  const refused = changed.find((name) => READ.has(name));
  if (refused === undefined) return changed;
  const advice = 'put the original back, or remove seals.json to use the files as they are';
  const reason = `${refused} was changed since it was written; ${advice}`;
  throw new SproutError('run-incompatible', { run: folder, reason });
}
