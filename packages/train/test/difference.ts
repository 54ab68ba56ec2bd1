/** The largest difference, relative to the largest expected number. `Infinity` where lengths differ or a number is NaN. */
export function difference(received: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (received.length !== expected.length) return Infinity;
  const largest = Math.max(...Array.from(expected, Math.abs), 1e-3);
  const differences = Array.from(expected, (value, at) => Math.abs(value - received[at]!));
  const most = Math.max(...differences);
  return Number.isNaN(most) ? Infinity : most / largest;
}
