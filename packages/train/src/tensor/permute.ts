import type { NamedTensor } from './named-tensor.ts';
import { reorder } from './reorder.ts';

/**
 * Reorders the axes of a tensor, as NumPy's `transpose`: axis n of the result is axis `axes[n]` of the tensor. OIHW becomes
 * HWIO by `[2, 3, 1, 0]`.
 *
 * @param axes Each axis of the tensor once.
 * @returns A tensor with the same name and a fresh array.
 */
export function permute({ name, shape, data }: NamedTensor, axes: readonly number[]): NamedTensor {
  return { name, shape: axes.map((axis) => shape[axis]!), data: reorder(data, shape, axes) }; // each is an axis
}
