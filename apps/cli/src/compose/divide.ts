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

/** Divides a data set into training and validation samples as the configuration says. */
export function divide(
  dataset: Dataset,
  { validation, validationBy, groups, seed }: DivideOptions,
): Split {
  if (groups !== undefined) return splitByGroups(dataset, { share: validation, groups, seed });
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
