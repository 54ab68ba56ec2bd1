import type { RunRecord } from '@sprout/core';
import { pathExists } from './path-exists.ts';
import type { RunFolder } from './run-folder.ts';
import { unfinishedRun } from './unfinished-run.ts';

/**
 * Checks that a run has results.
 *
 * @throws {SproutError} `run-locked` for a run without results that a process trains, otherwise `run-incompatible`.
 */
export async function checkFinished(
  run: RunFolder,
  { extended }: Pick<RunRecord, 'extended'>,
): Promise<void> {
  if (await pathExists(run.evaluation)) return;
  throw await unfinishedRun(run, { extended: extended !== undefined });
}
