import { SproutError } from '@sprout/core';
import { FILE_BASE, RELEASES } from '@sprout/train';
import type { Transfer } from './transfer-of.ts';

/** Where the libraries publish weights. */
const PLACES: Readonly<Record<string, string>> = {
  pytorch: 'EfficientNet for PyTorch',
  caffe: 'its authors',
};

/** The names under which files without an address are published. */
const NAMES: Readonly<Record<string, string>> = {
  'efficientnet-lite0': 'efficientnet-lite0-57934424.pth',
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
  const name = NAMES[base] === undefined ? '' : `, ${NAMES[base]}`;
  const rule = `the file of the released weights of ${base}${name}, which is published by ${places.join(' and by ')}`;
  throw new SproutError('option-invalid', { option: 'weights', value: 'nothing', rule });
}
