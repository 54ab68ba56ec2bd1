import { elementCount } from '../tensor/element-count.ts';

/** The number of elements in all weights. */
export function countParameters(weights: readonly { readonly shape: readonly number[] }[]): number {
  return weights.reduce((sum, { shape }) => sum + elementCount(shape), 0);
}
