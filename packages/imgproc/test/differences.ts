/** How two results differ: the largest difference, and the share of values that differ at all. */
export function differences(
  left: ArrayLike<number>,
  right: ArrayLike<number>,
): { readonly largest: number; readonly share: number } {
  const all = Array.from(left, (value, at) => Math.abs(value - right[at]!));
  const largest = all.reduce((most, value) => Math.max(most, value), 0);
  return { largest, share: all.filter((value) => value > 0).length / all.length };
}
