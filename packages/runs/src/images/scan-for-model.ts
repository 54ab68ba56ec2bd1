import { type ScannedFolder, scanFolder, SproutError } from '@sprout/core';
import type { ModelCard } from '@sprout/train';
import type { Context } from '../event/run-context.ts';
import { scanTagged } from './scan-tagged.ts';
import type { Tags } from './tags.ts';

/** The images of a folder with the class map of a model; of a model of tags, with their tags. */
export interface ModelScan extends ScannedFolder {
  readonly tags?: Tags;
}

export interface ScanForModelOptions extends Context {
  readonly folder: string;
  /** A CSV file with the columns path and tags. */
  readonly tags?: string | undefined;
  readonly followLinks: boolean;
}

/**
 * Scans a folder for the evaluation of a model.
 *
 * @throws {SproutError} `option-invalid` for a model of tags without a table of tags, or for another model with one; as `scanFolder`
 *   and `scanTagged`.
 */
export async function scanForModel(
  { classes, thresholds }: ModelCard,
  { folder, tags, followLinks: followOutside, emit, signal }: ScanForModelOptions,
): Promise<ModelScan> {
  if (thresholds !== undefined && tags !== undefined)
    return scanTagged(folder, { file: tags, names: classes, followOutside, emit, signal });
  if (thresholds === undefined && tags === undefined)
    return scanFolder(folder, { classes, followOutside, signal });
  const rule =
    tags === undefined
      ? 'a CSV file, because the model predicts tags'
      : 'left out: the model predicts one class';
  throw new SproutError('option-invalid', { option: 'tags', value: tags ?? 'nothing', rule });
}
