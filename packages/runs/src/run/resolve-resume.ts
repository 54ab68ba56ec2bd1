import { checkWhole, isWithin, readRunRecord, SproutError } from '@sprout/core';
import { join, relative, resolve } from 'node:path';
import { isTable } from '../config/is-table.ts';
import { withTotal } from '../config/resolve-stages.ts';
import type { ResolvedTraining } from '../config/resolve-training.ts';
import { LIMITS } from '../options/limits.ts';
import { checkRunExists } from './check-run-exists.ts';
import { checkSeals } from './check-seals.ts';
import { recordedTraining } from './recorded-training.ts';
import { runFolder } from './run-folder.ts';

export interface ResumeOptions {
  /** The run folder. */
  readonly run: string;
  /** Where runs are kept, for the error if there is no such run; `runs` by default. */
  readonly runs?: string | undefined;
  /** The folder of the images. Only compared with that of the run. */
  readonly folder?: string | undefined;
  /** The folder of the images, if it was moved since. */
  readonly data?: string | undefined;
  /**
   * The number of epochs of the whole run, 1 to 100,000, at least those that it has begun. By default the number stays as it is. A
   * run that has stopped early goes on if this number is given, also if it stays the same. In a training in stages, it changes the
   * last stage.
   */
  readonly epochs?: number | undefined;
  /** The number of image workers, 0 to 64. It does not change the results. */
  readonly workers?: number | undefined;
}

/**
 * The configuration with which a run is resumed.
 *
 * @throws {SproutError} `run-incompatible` if the run was trained on another folder, or a file that it depends on was changed;
 * `option-invalid`, `run-missing`, `file-missing`, `file-invalid`
 */
export async function resolveResume({
  run,
  runs,
  folder,
  data,
  epochs,
  workers,
}: ResumeOptions): Promise<ResolvedTraining> {
  if (epochs !== undefined) checkWhole('epochs', epochs, LIMITS.epochs);
  const { record: file } = runFolder(run);
  await checkRunExists(run, runs);
  await checkSeals(runFolder(run));
  const own = recordedTraining(await readRunRecord(file), file);
  const moved = data === undefined ? own.data : movedData(own.data, resolve(data));
  const train = withTotal(own.train, epochs ?? own.train.epochs);
  const resolved = { ...own, data: moved, train, workers: workers ?? own.workers };
  if (folder !== undefined && resolve(folder) !== resolved.data.folder) {
    const reason = `it was trained on ${resolved.data.folder}, not on ${resolve(folder)}`;
    throw new SproutError('run-incompatible', { run, reason });
  }
  return resolved;
}

/** The section `data` after its folder was moved. Tables that lay in the folder were moved with it. */
function movedData(before: ResolvedTraining['data'], folder: string): ResolvedTraining['data'] {
  const moved = (file: string): string =>
    isWithin(file, before.folder) ? join(folder, relative(before.folder, file)) : file;
  const { tags, split, groupBy } = before;
  return {
    ...before,
    folder,
    ...(tags !== undefined && { tags: moved(tags) }),
    ...(split !== undefined && { split: moved(split) }),
    ...(groupBy !== undefined && isTable(groupBy) && { groupBy: moved(groupBy) }),
  };
}
