import type { NumberType } from '../source/number-type.ts';
import { isObject, type PickleObject, type PickleValue } from '../pickle/pickle-value.ts';

/** A storage: numbers outside the pickle that tensors share. */
export interface TorchStorage extends PickleObject {
  readonly kind: 'storage';
  readonly key: string;
  readonly type: NumberType;
  /** The count of numbers that the pickle states. */
  readonly count: number;
}

/** A tensor: a view of a storage. */
export interface TorchTensor extends PickleObject {
  readonly kind: 'tensor';
  readonly storage: TorchStorage;
  readonly offset: number;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
}

export function isStorage(value: PickleValue | undefined): value is TorchStorage {
  return isObject(value) && value.kind === 'storage';
}

export function isTensor(value: PickleValue | undefined): value is TorchTensor {
  return isObject(value) && value.kind === 'tensor';
}
