import type { RunPair } from '@sprout/runs';

/** Two models on the images that both predicted, in one line. @param noun What these images are, in the singular. */
export function pairText({ first, second, shared, ...pair }: RunPair, noun: string): string {
  if (shared === 0) return `${first} and ${second} have no ${noun} in common`;
  const { onlyFirst, onlySecond, probability } = pair;
  const p = probability < 0.001 ? 'p < 0.001' : `p = ${probability.toFixed(3)}`;
  return `of ${shared} images only ${first} is right on ${onlyFirst}, only ${second} on ${onlySecond}: ${p} (McNemar)`;
}
