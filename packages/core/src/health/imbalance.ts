import type { Imbalance } from './report/health-report.ts';

/** How unevenly images are spread over classes. @param counts The number of images of each class. */
export function imbalance(counts: readonly number[]): Imbalance {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const shares = counts.filter((count) => count > 0).map((count) => count / total);
  const entropy = -shares.reduce((sum, share) => sum + share * Math.log(share), 0);
  const effectiveClasses = shares.length === 0 ? 0 : Math.exp(entropy);
  const smallest = Math.min(...counts);
  return smallest > 0
    ? { ratio: Math.max(...counts) / smallest, effectiveClasses }
    : { effectiveClasses };
}
