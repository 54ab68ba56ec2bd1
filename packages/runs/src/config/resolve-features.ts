import { checkWhole, SproutError } from '@sprout/core';
import { BASES, isBase } from '@sprout/train';
import type { RunContext } from '../event/run-context.ts';
import { LIMITS } from '../options/limits.ts';
import type { TrainingOptions } from './config-options.ts';
import { readConfig } from './read-config.ts';
import { resolveTrain } from './resolve-train.ts';
import type { ResolvedTraining } from './resolve-training.ts';

export interface ResolveFeaturesOptions extends Omit<TrainingOptions, 'features' | 'trainable'> {
  /** The number of augmented copies of each image; 0 by default. */
  readonly copies?: number | undefined;
}

/**
 * The configuration of an extraction of features.
 *
 * @throws {SproutError} `option-invalid` for a model that is not a base, for copies without an augmentation, and for an
 *   augmentation without copies; as `resolveTrain`.
 */
export async function resolveFeatures(
  { copies = 0, ...options }: ResolveFeaturesOptions,
  context?: RunContext,
): Promise<ResolvedTraining> {
  const fail = (option: string, value: string, rule: string): SproutError =>
    new SproutError('option-invalid', { option, value, rule });
  checkWhole('copies', copies, LIMITS.copies);
  const { name } = (await readConfig(options)).model;
  if (!isBase(name))
    throw fail('model', name, `a network with released weights (${[...BASES.keys()].join(', ')})`);
  const own = { ...options, features: 'none', trainable: 'head' };
  const resolved = await resolveTrain(own, context);
  if (copies > 0 && resolved.augment.length === 0)
    throw fail('copies', String(copies), '0 without an augmentation');
  const { augment } = options;
  if (copies === 0 && augment !== undefined && augment !== false)
    throw fail('augment', JSON.stringify(augment), 'left out without copies');
  return { ...resolved, data: { ...resolved.data, features: undefined } };
}
