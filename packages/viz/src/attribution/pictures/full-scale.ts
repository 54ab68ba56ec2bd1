import type { HeatMap } from '../attribution-target.ts';

/**
 * The magnitude that has the last colour: the largest, or the one that so large a share of the values does not exceed. 1 for a map of
 * zeros.
 *
 * @param shown The share, 0 to 1.
 */
export function fullScale({ values }: HeatMap, shown: number): number {
  const sorted = values.map(Math.abs).toSorted();
  const at = Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * shown) - 1));
  return sorted[at] || (sorted.at(-1) ?? 0) || 1;
}
