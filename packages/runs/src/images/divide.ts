import {
  type Dataset,
  type Split,
  splitByClass,
  splitByGroups,
  splitByHash,
  splitStratified,
  SproutError,
} from '@sprout/core';
import type { Config } from '../config/config-schema.ts';

export interface DivideOptions extends Pick<Config['data'], 'validation' | 'validationBy'> {
  /** The group of each id: a group stays on one side. */
  readonly groups?: ((id: string) => string) | undefined;
  readonly seed: number;
}

/**
 * Divides a data set into training and validation samples as the configuration says.
 *
 * @throws {SproutError} `class-too-small`, `subset-empty`, `option-invalid`.
 */
export function divide(dataset: Dataset, options: DivideOptions): Split {
  const split = chooseSplit(dataset, options);
  if (split.validation.length > 0) return split;
  const reason =
    options.groups === undefined
      ? 'every class is too small'
      : 'no group can be held back without all of a class';
  throw new SproutError('subset-empty', { subset: 'validation', reason });
}

function chooseSplit(
  dataset: Dataset,
  { validation, validationBy, groups, seed }: DivideOptions,
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
