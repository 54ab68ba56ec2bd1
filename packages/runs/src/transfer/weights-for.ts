import { SproutError } from '@sprout/core';
import { FILE_BASE, RELEASES } from '@sprout/train';
import type { Transfer } from './transfer-of.ts';

/** Where the libraries publish weights. */
const PLACES: Readonly<Record<string, string>> = {
  pytorch: 'EfficientNet for PyTorch',
  caffe: 'its authors',
};

/**
 * The file of the weights of a base: the one of the configuration.
 *
 * @throws {SproutError} `option-invalid` if it has none.
 */
export function weightsFor({ base, weights }: Transfer): NonNullable<Transfer['weights']> {
  if (weights !== undefined) return weights;
  if (base === FILE_BASE) {
    const rule = 'the path of a Keras or TensorFlow.js model';
    throw new SproutError('option-invalid', { option: 'weights', value: 'nothing', rule });
  }
  const places = (RELEASES.get(base) ?? []).map(({ library }) => PLACES[library] ?? library);
  const rule = `the file of the released weights of ${base}, which is published by ${places.join(' and by ')}`;
  throw new SproutError('option-invalid', { option: 'weights', value: 'nothing', rule });
}
