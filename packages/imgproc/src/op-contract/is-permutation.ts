/** Whether an order has each number from 0 to `count - 1` once. */
export function isPermutation(order: readonly number[], count: number): boolean {
  const sorted = order.toSorted((one, other) => one - other);
  return sorted.length === count && sorted.every((position, at) => position === at);
}
