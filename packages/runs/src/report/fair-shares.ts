/**
 * Divides a limit among groups: small groups are taken whole, and larger ones get equal shares.
 *
 * @param counts The size of each group.
 * @returns How many of each group, in the same order; the sum is the limit or less.
 */
export function fairShares(counts: readonly number[], limit: number): number[] {
  const order = counts.map((_, at) => at).toSorted((a, b) => counts[a]! - counts[b]!);
  const shares = counts.map(() => 0);
  let left = limit;
  for (const [rank, at] of order.entries()) {
    const share = Math.min(counts[at]!, Math.floor(left / (order.length - rank)));
    shares[at] = share;
    left -= share;
  }
  return shares;
}
