import { makeFolder, SproutError, systemReason } from '@sprout/core';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isThere } from './is-there.ts';

/** The longest name of a file, in bytes, on usual file systems. */
const LONGEST_NAME = 255;

/** The paths inside a run folder. */
export interface RunFolder {
  readonly folder: string;
  readonly record: string;
  readonly split: string;
  readonly health: string;
  readonly metrics: string;
  readonly checkpoints: { readonly last: string; readonly best: string };
  readonly model: string;
  readonly evaluation: string;
  readonly predictions: string;
  readonly plots: string;
  readonly report: string;
}

/** The paths inside the run folder `folder`; nothing is read or made. */
export function runFolder(folder: string): RunFolder {
  const inside = (...parts: string[]) => join(folder, ...parts);
  return {
    folder,
    record: inside('run.json'),
    split: inside('split.csv'),
    health: inside('health.json'),
    metrics: inside('metrics.csv'),
    checkpoints: {
      last: inside('checkpoints', 'last', 'checkpoint.safetensors'),
      best: inside('checkpoints', 'best', 'checkpoint.safetensors'),
    },
    model: inside('model'),
    evaluation: inside('evaluation.json'),
    predictions: inside('predictions.csv'),
    plots: inside('plots'),
    report: inside('report.html'),
  };
}

export interface CreateRunFolderOptions {
  /** Without one, the model's name with the next free number. */
  readonly name?: string | undefined;
  readonly model: string;
}

/**
 * Makes the folder of a new run.
 *
 * @throws {SproutError} `file-exists` for a name that is taken; `file-unwritable`.
 */
export async function createRunFolder(
  runs: string,
  { name, model }: CreateRunFolderOptions,
): Promise<RunFolder> {
  await makeFolder(runs);
  if (name !== undefined) {
    const folder = join(runs, name);
    if (!(await claim(folder))) throw new SproutError('file-exists', { file: folder });
    return runFolder(folder);
  }
  let number = 1;
  while (!(await claim(join(runs, `${model}-${number}`)))) number++;
  return runFolder(join(runs, `${model}-${number}`));
}

/** Makes a folder, unless it exists: whether it did. Of two processes that try at the same time, one succeeds. */
async function claim(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false; // mkdir throws nothing else
    throw new SproutError(
      'file-unwritable',
      { file: folder, reason: systemReason(cause) },
      { cause },
    );
  }
}

/** @throws {SproutError} `file-exists` where there is a run of this name; `option-invalid` for an invalid name. */
export async function checkNameIsFree(runs: string, name: string): Promise<void> {
  const isPlain = name !== '' && name !== '.' && name !== '..' && !/[\\/]/.test(name);
  if (!isPlain || Buffer.byteLength(name) > LONGEST_NAME) {
    const rule = `a plain name, without / or \\, of at most ${LONGEST_NAME} bytes`;
    throw new SproutError('option-invalid', { option: 'name', value: `"${name}"`, rule });
  }
  const folder = join(runs, name);
  if (await isThere(folder)) throw new SproutError('file-exists', { file: folder });
}
