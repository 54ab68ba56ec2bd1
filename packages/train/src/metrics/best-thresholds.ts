import { fBeta } from './f-beta.ts';
import { type ScoredTags, sampleCounts } from './tag-scores.ts';

/** The search begins below 0.5, because F2 gives recall more weight than precision. */
const START = 0.2;
/** From the nearest to 0.5 to the farthest. */
const GRID = Array.from({ length: 99 }, (_, at) => (at + 1) / 100).toSorted(
  (a, b) => Math.abs(a - 0.5) - Math.abs(b - 0.5),
);
/** The search ends earlier if a round over all tags changes nothing. */
const ROUNDS = 5;

export interface BestThresholdsOptions {
  /** The number of tags. */
  readonly tags: number;
  readonly beta: number;
}

/**
 * Searches for the thresholds of the tags with the largest mean F-measure of the samples: improves one threshold after the other, on a
 * grid of hundredths, until none changes. Of equally good thresholds it takes the one nearest to 0.5.
 *
 * @returns 0.01 to 0.99 for each tag; all 0.2 without samples.
 */
export function bestThresholds(
  samples: readonly ScoredTags[],
  { tags, beta }: BestThresholdsOptions,
): number[] {
  const thresholds = Array.from({ length: tags }, () => START);
  if (samples.length === 0) return thresholds;
  for (let round = 0; round < ROUNDS; round++) {
    const before = thresholds.join();
    for (let tag = 0; tag < tags; tag++)
      thresholds[tag] = bestThreshold(samples, { tag, thresholds, beta });
    if (thresholds.join() === before) break;
  }
  return thresholds;
}

interface BestThresholdOptions {
  readonly tag: number;
  /** The thresholds of the other tags are kept. */
  readonly thresholds: readonly number[];
  readonly beta: number;
}

function bestThreshold(
  samples: readonly ScoredTags[],
  { tag, thresholds, beta }: BestThresholdOptions,
): number {
  const choices = samples.map((sample) => {
    const never = sampleCounts(sample, thresholds.with(tag, Infinity));
    const hit = sample.tags[tag]! > 0.5 ? 1 : 0;
    const always = { ...never, hits: never.hits + hit, predicted: never.predicted + 1 };
    const probability = sample.probabilities[tag]!;
    return { probability, without: fBeta(never, beta), within: fBeta(always, beta) };
  });
  let best = { threshold: START, score: -1 };
  for (const threshold of GRID) {
    let score = 0;
    for (const { probability, without, within } of choices)
      score += probability >= threshold ? within : without;
    if (score > best.score + 1e-9) best = { threshold, score };
  }
  return best.threshold;
}
