/** The largest difference between two lists of numbers, relative to the largest expected number. */
export function difference(received: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (received.length !== expected.length) return Infinity;
  const largest = Math.max(...Array.from(expected, Math.abs), 1e-3);
  const differences = Array.from(expected, (value, at) => Math.abs(value - received[at]!));
  return Math.max(...differences) / largest;
}
