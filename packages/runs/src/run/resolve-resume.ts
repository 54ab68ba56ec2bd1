import { readRunRecord, SproutError } from '@sprout/core';
import { resolve } from 'node:path';
import type { ResolvedTraining } from '../config/resolve-training.ts';
import { recordedTraining } from './recorded-training.ts';
import { runFolder } from './run-folder.ts';

export interface ResumeOptions {
  /** The run folder. */
  readonly run: string;
  /** The folder of the images, as a check: the run knows it. */
  readonly folder?: string | undefined;
  /** Image workers, 0 to 64; no number depends on them. */
  readonly workers?: number | undefined;
}

/**
 * The configuration of a run, to go on with it.
 *
 * @throws {SproutError} `run-incompatible` for a run on the images of another folder; `file-missing`, `file-invalid`
 */
export async function resolveResume({
  run,
  folder,
  workers,
}: ResumeOptions): Promise<ResolvedTraining> {
  const { record: file } = runFolder(run);
  const own = recordedTraining(await readRunRecord(file), file);
  const resolved = { ...own, workers: workers ?? own.workers };
  if (folder !== undefined && resolve(folder) !== resolved.data.folder) {
    const reason = `it was trained on ${resolved.data.folder}, not on ${resolve(folder)}`;
    throw new SproutError('run-incompatible', { run, reason });
  }
  return resolved;
}
