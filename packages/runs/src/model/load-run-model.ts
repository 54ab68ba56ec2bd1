import { SproutError } from '@sprout/core';
import { loadModel, type LoadedModel } from '@sprout/train';
import { join } from 'node:path';
import { checkRunExists } from '../run/check-run-exists.ts';
import { pathExists } from '../run/path-exists.ts';
import { runFolder } from '../run/run-folder.ts';
import { unfinishedRun } from '../run/unfinished-run.ts';
import { loadTeachableMachine } from './load-teachable-machine.ts';

/** A model with the folder and the file that errors name. */
export interface RunModel extends LoadedModel {
  readonly folder: string;
}

/**
 * Reads the model of a run, of a model folder, or of the folder of an image model of Teachable Machine: one with a `metadata.json`
 * and without a `sprout.json`.
 *
 * @throws {SproutError} as `modelFolder`; `file-invalid`
 */
export async function loadRunModel(path: string): Promise<RunModel> {
  const folder = await modelFolder(path);
  const isOwn = await pathExists(join(folder, 'sprout.json'));
  const isOther = !isOwn && (await pathExists(join(folder, 'metadata.json')));
  return { ...(await (isOther ? loadTeachableMachine(folder) : loadModel(folder))), folder };
}

/**
 * The model folder of a run, or `path` itself if it is a model folder.
 *
 * @throws {SproutError} `run-missing`, `file-missing`; `run-incompatible` for a run that is not finished; `run-locked` while another
 * process trains it
 */
export async function modelFolder(path: string): Promise<string> {
  for (const folder of [runFolder(path).model, path]) {
    if (await pathExists(join(folder, 'model.json'))) return folder;
  }
  const run = runFolder(path);
  if (await pathExists(run.record)) throw await unfinishedRun(run);
  await checkRunExists(path);
  throw new SproutError('file-missing', { file: join(path, 'model', 'model.json') });
}
