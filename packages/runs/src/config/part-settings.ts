import { isWithin, SproutError } from '@sprout/core';
import { stat } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import type { TrainingOptions } from './config-options.ts';

/** A field of the configuration and its value. */
interface PartSetting {
  readonly path: readonly string[];
  readonly value: unknown;
}

type PartOptions = Pick<
  TrainingOptions,
  'folder' | 'train' | 'validation' | 'validationBy' | 'groupBy'
>;

/**
 * The settings for a folder of training images and a folder of validation images: the data set is then their nearest common folder,
 * with both as its parts. None if `validation` is a number.
 *
 * @throws {SproutError} `option-invalid` if a folder is missing or contains the other one, and for an option of another split.
 */
export async function partSettings({
  folder,
  train,
  validation,
  ...others
}: PartOptions): Promise<PartSetting[]> {
  if (typeof validation !== 'string') {
    if (train === undefined) return [];
    throw invalid('train', train, 'used with the folder of the validation images');
  }
  if (train !== undefined && folder !== undefined)
    throw invalid('train', train, 'left out where the folder is given as an argument');
  const training = train ?? folder ?? '';
  if (training === '')
    throw invalid('validation', validation, 'used with the folder of the training images');
  const rule = 'a folder with one sub-folder a class';
  const more = `a number of images a class, a share of them, or ${rule}`;
  for (const option of ['validationBy', 'groupBy'] as const) {
    const value = others[option];
    if (value !== undefined) throw invalid(option, value, 'left out where validation is a folder');
  }
  const [first, second] = [resolve(training), resolve(validation)];
  if (!(await isFolder(second))) throw invalid('validation', validation, more);
  if (!(await isFolder(first))) throw invalid('train', training, rule);
  if (isWithin(first, second) || isWithin(second, first))
    throw invalid(
      'validation',
      validation,
      `outside of ${training}, and ${training} outside of it`,
    );
  const common = commonFolder(first, second);
  const inside = (path: string): string => relative(common, path).split(sep).join('/');
  const parts = { training: inside(first), validation: inside(second) };
  return [
    { path: ['data', 'folder'], value: common },
    { path: ['data', 'parts'], value: parts },
  ];
}

function invalid(option: string, value: string, rule: string): SproutError {
  return new SproutError('option-invalid', { option, value, rule });
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function commonFolder(first: string, second: string): string {
  let folder = dirname(first);
  while (!isWithin(second, folder)) folder = dirname(folder);
  return folder;
}
