import type { ByteSource } from '@sprout/core';
import type { PickleValue } from '../pickle/pickle-value.ts';
import { isTensor, type TorchTensor } from './torch-objects.ts';

/** Keys under which training programs save the state dictionary, beside the optimiser and the epoch. */
const WRAPPERS = ['state_dict', 'model_state_dict', 'model', 'params', 'net'];

/**
 * Finds the state dictionary: the outermost dictionary with tensors, or one under a usual key, or in a dictionary under one.
 *
 * @throws {SproutError} `file-invalid`
 */
export function stateDictionary(
  source: ByteSource,
  value: PickleValue,
): ReadonlyMap<string, TorchTensor> {
  let dictionary = value;
  for (let depth = 0; depth < 3 && dictionary instanceof Map; depth++) {
    const tensors = tensorsOf(dictionary);
    if (tensors.size > 0) return tensors;
    const inner: Map<PickleValue, PickleValue> = dictionary;
    const wrapper = WRAPPERS.find((key) => inner.get(key) instanceof Map);
    if (wrapper === undefined) break;
    dictionary = inner.get(wrapper)!; // it was found
  }
  throw source.invalid(`it has no dictionary of tensors, also none under ${WRAPPERS.join(', ')}`);
}

function tensorsOf(dictionary: ReadonlyMap<PickleValue, PickleValue>): Map<string, TorchTensor> {
  const tensors = new Map<string, TorchTensor>();
  for (const [key, value] of dictionary)
    if (typeof key === 'string' && isTensor(value)) tensors.set(key, value);
  return tensors;
}
