import {
  type Dataset,
  type ScannedFolder,
  type Split,
  splitByClass,
  splitByGroups,
  splitByHash,
  splitByParts,
  splitStratified,
  SproutError,
} from '@sprout/core';
import { asOneClass } from './as-one-class.ts';
import type { Tags } from './tags.ts';
import type { Config } from '../config/config-schema.ts';

export interface SplitDatasetOptions extends Pick<Config['data'], 'validation' | 'validationBy'> {
  /** The group of an id. All samples of a group are in one subset. */
  readonly groups?: ((id: string) => string) | undefined;
  readonly seed: number;
}

/** A data set; with its parts, or the ids that a table chose for validation, if it is divided already. */
export type DividedDataset = Dataset &
  Pick<ScannedFolder, 'parts'> & {
    readonly tags?: Tags;
    readonly forValidation?: ReadonlySet<string>;
  };

/**
 * Splits a data set into training and validation samples: by a table or by its parts if it is divided already, and otherwise by the
 * configuration.
 *
 * @throws {SproutError} `class-too-small`, `subset-empty`, `option-invalid`.
 */
export function splitDataset(dataset: DividedDataset, options: SplitDatasetOptions): Split {
  if (dataset.tags !== undefined) return splitTagged(dataset, options);
  const split = dividedSplit(dataset) ?? chooseSplit(dataset, options);
  if (split.training.length === 0)
    throw new SproutError('subset-empty', { subset: 'training', reason: 'all are in one part' });
  if (split.validation.length > 0) return split;
  const reason =
    dataset.forValidation !== undefined
      ? 'the table of subsets chooses none'
      : options.groups === undefined
        ? 'every class is too small'
        : 'no group can be held back without all of a class';
  throw new SproutError('subset-empty', { subset: 'validation', reason });
}

/** Splits images with tags as if all were of one class. */
function splitTagged({ tags: _, ...dataset }: DividedDataset, options: SplitDatasetOptions): Split {
  const { validation } = splitDataset(asOneClass(dataset), options);
  return splitById(dataset, new Set(Array.from(validation, ({ id }) => id)));
}

/** The split of a data set that is divided already. */
function dividedSplit(dataset: DividedDataset): Split | undefined {
  const { forValidation, parts } = dataset;
  if (forValidation !== undefined) return splitById(dataset, forValidation);
  return parts?.validation === undefined ? undefined : splitByParts(dataset, parts.validation);
}

function splitById({ samples }: Dataset, forValidation: ReadonlySet<string>): Split {
  return {
    training: samples.filter(({ id }) => !forValidation.has(id)),
    validation: samples.filter(({ id }) => forValidation.has(id)),
  };
}

function chooseSplit(
  dataset: Dataset,
  { validation, validationBy, groups, seed }: SplitDatasetOptions,
): Split {
  if (groups !== undefined) {
    if (validationBy === 'hash') {
      const rule = 'random where files are kept together';
      throw new SproutError('option-invalid', { option: 'validationBy', value: 'hash', rule });
    }
    return splitByGroups(dataset, { share: validation, groups, seed });
  }
  if (validationBy === 'hash') {
    if ('perClass' in validation) return splitByHash(dataset, validation);
    const rule = 'a number of images a class where they are chosen by hash';
    throw new SproutError('option-invalid', {
      option: 'validation',
      value: String(validation.fraction),
      rule,
    });
  }
  return 'perClass' in validation
    ? splitByClass(dataset, { ...validation, seed })
    : splitStratified(dataset, { ...validation, seed });
}
