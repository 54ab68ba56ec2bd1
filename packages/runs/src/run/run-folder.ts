import { makeFolder, readRunRecord, SproutError, systemReason } from '@sprout/core';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathExists } from './path-exists.ts';

/** The longest file name, in bytes, on common file systems. */
const LONGEST_NAME = 255;

/** The paths inside a run folder. */
export interface RunFolder {
  readonly folder: string;
  readonly record: string;
  /** Exists while a process trains the run. */
  readonly lock: string;
  readonly split: string;
  readonly images: string;
  readonly health: string;
  /** How the model was chosen, if a search chose it. */
  readonly search: string;
  readonly metrics: string;
  /** The sweep of the learning rate, if there was one. */
  readonly rates: string;
  readonly checkpoints: { readonly last: string; readonly best: string };
  readonly model: string;
  readonly evaluation: string;
  readonly predictions: string;
  /** Accuracies on corrupted images. Earlier versions wrote them here; now they are in the folder of the evaluation. */
  readonly corruptions: string;
  /** Pictures that `visualize` made of the model. */
  readonly pictures: string;
  /** The judged labels of the data set, if `inspect` wrote them here. */
  readonly labels: string;
  readonly plots: string;
  readonly report: string;
}

/** The paths inside a run folder. Nothing is read or created. */
export function runFolder(folder: string): RunFolder {
  const inside = (...parts: string[]) => join(folder, ...parts);
  return {
    folder,
    record: inside('run.json'),
    lock: inside('lock'),
    split: inside('split.csv'),
    images: inside('images.csv'),
    health: inside('health.json'),
    search: inside('search.json'),
    metrics: inside('metrics.csv'),
    rates: inside('learning-rates.csv'),
    checkpoints: {
      last: inside('checkpoints', 'last', 'checkpoint.safetensors'),
      best: inside('checkpoints', 'best', 'checkpoint.safetensors'),
    },
    model: inside('model'),
    evaluation: inside('evaluation.json'),
    predictions: inside('predictions.csv'),
    corruptions: inside('corruptions.json'),
    pictures: inside('pictures'),
    labels: inside('labels'),
    plots: inside('plots'),
    report: inside('report.html'),
  };
}

export interface CreateRunFolderOptions {
  /** By default the model's name and the next free number. */
  readonly name?: string | undefined;
  readonly model: string;
}

/**
 * Creates the folder of a new run.
 *
 * @throws {SproutError} `run-exists` or `file-exists` if the name is in use; `file-unwritable`.
 */
export async function createRunFolder(
  runs: string,
  { name, model }: CreateRunFolderOptions,
): Promise<RunFolder> {
  await makeFolder(runs);
  if (name !== undefined) {
    const folder = join(runs, name);
    if (!(await create(folder))) throw await inUse(folder);
    return runFolder(folder);
  }
  let number = 1;
  while (!(await create(join(runs, `${model}-${number}`)))) number++;
  return runFolder(join(runs, `${model}-${number}`));
}

/** Creates a folder. @returns Whether it did not exist. If two processes try at the same time, one of them gets `true`. */
async function create(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false; // mkdir throws only system errors
    throw new SproutError(
      'file-unwritable',
      { file: folder, reason: systemReason(cause) },
      { cause },
    );
  }
}

/** The error for the name of an existing folder or file, which need not be a run. */
async function inUse(folder: string): Promise<SproutError> {
  const record = await readRunRecord(runFolder(folder).record).catch(() => undefined);
  return record === undefined
    ? new SproutError('file-exists', { file: folder })
    : new SproutError('run-exists', { run: folder, isFinished: record.state === 'completed' });
}

/** @throws {SproutError} `run-exists` or `file-exists` if the name is in use; `option-invalid` for an invalid name. */
export async function checkNameIsFree(runs: string, name: string): Promise<void> {
  const isPlain = name !== '' && name !== '.' && name !== '..' && !/[\\/]/.test(name);
  if (!isPlain || Buffer.byteLength(name) > LONGEST_NAME) {
    const rule = `a plain name, without / or \\, of at most ${LONGEST_NAME} bytes`;
    throw new SproutError('option-invalid', { option: 'name', value: `"${name}"`, rule });
  }
  const folder = join(runs, name);
  if (await pathExists(folder)) throw await inUse(folder);
}
