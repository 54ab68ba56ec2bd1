import type { Spread } from './health-report.ts';

/** @param values At least one. */
export function spread(values: readonly number[]): Spread {
  const sorted = Float64Array.from(values).toSorted();
  return { least: sorted[0]!, median: sorted[sorted.length >> 1]!, most: sorted.at(-1)! };
}
