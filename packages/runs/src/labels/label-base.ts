import { SproutError } from '@sprout/core';
import type { LabelOptions } from './label-options.ts';

/** The base that judges labels unless another one is named. */
export const LABEL_BASE = 'efficientnet-lite0';

/**
 * The options of the base that judges labels.
 *
 * @throws {SproutError} `option-invalid` if neither a base, weights nor a configuration are given: those of the default base are not downloaded.
 */
export function labelBase({
  model,
  weights,
  config,
}: Pick<LabelOptions, 'model' | 'weights' | 'config'>): Pick<LabelOptions, 'model' | 'weights'> {
  if (model !== undefined || config !== undefined) return { model, weights };
  if (weights !== undefined) return { model: LABEL_BASE, weights };
  const rule = `the file of the released weights of ${LABEL_BASE}, the default network, unless model names a network whose weights are downloaded, such as squeezenet-1.1 or vgg16`;
  throw new SproutError('option-invalid', { option: 'weights', value: 'nothing', rule });
}
