/** The largest difference between values at the same index. */
export function farthest(left: ArrayLike<number>, right: ArrayLike<number>): number {
  if (left.length !== right.length) return Infinity;
  let most = 0;
  for (let at = 0; at < left.length; at++) most = Math.max(most, Math.abs(left[at]! - right[at]!));
  return most;
}
