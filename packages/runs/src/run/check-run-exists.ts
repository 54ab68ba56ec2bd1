import { closest, SproutError } from '@sprout/core';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DEFAULTS } from '../options/limits.ts';
import { pathExists } from './path-exists.ts';

/**
 * Checks that the folder of a run or a model exists.
 *
 * @param runs Where runs are kept.
 * @throws {SproutError} `run-missing`, with a run of the same or of a similar name in `runs` or beside the path, if there is one.
 */
export async function checkRunExists(run: string, runs: string = DEFAULTS.runs): Promise<void> {
  if (await pathExists(run)) return;
  throw new SproutError('run-missing', { run, meant: await meantRun(run, runs) });
}

async function meantRun(run: string, runs: string): Promise<string | undefined> {
  for (const folder of [runs, dirname(run)]) {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    const name = closest(basename(run), names);
    if (name !== undefined) return join(folder, name);
  }
  return undefined;
}
