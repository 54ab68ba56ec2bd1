/**
 * How two results differ: the largest difference, and the share of values that differ at all. Results of different lengths differ
 * infinitely.
 */
export function differences(
  left: ArrayLike<number>,
  right: ArrayLike<number>,
): { readonly largest: number; readonly share: number } {
  if (left.length !== right.length) return { largest: Infinity, share: 1 };
  const all = Array.from(left, (value, at) => Math.abs(value - right[at]!)); // of the same length
  const largest = all.reduce((most, value) => Math.max(most, value), 0);
  return { largest, share: all.filter((value) => value > 0).length / all.length };
}
