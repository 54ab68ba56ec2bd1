import { shapeText } from '@sprout/core';
import type { NamedTensor } from '../../tensor/named-tensor.ts';
import type { ExpectedTensor } from '../check-weights.ts';

/** A weight of the model with the tensor of the file for it. One of them may be missing. */
export interface Pairing {
  readonly expected?: ExpectedTensor | undefined;
  readonly given?: NamedTensor | undefined;
}

/** Describes in what way the two do not match; `undefined` if they do. */
export function mismatchOf({ expected, given }: Pairing): string | undefined {
  if (expected === undefined) {
    if (given === undefined) return undefined;
    return `${given.name} ${shapeText(given.shape)} does not belong to the model`;
  }
  if (given === undefined) return `${expected.name} ${shapeText(expected.shape)} is missing`;
  const [wanted, found] = [shapeText(expected.shape), shapeText(given.shape)];
  if (wanted === found) return undefined;
  const from = given.name === expected.name ? '' : `${given.name} `;
  return `${expected.name} must have the shape ${wanted}, the file has ${from}${found}`;
}

/** Pairs two lists by position; the longer one has partners that are missing. */
export function pairUp(
  expected: readonly ExpectedTensor[],
  given: readonly NamedTensor[],
): readonly Pairing[] {
  const length = Math.max(expected.length, given.length);
  return Array.from({ length }, (_, index) => ({ expected: expected[index], given: given[index] }));
}
