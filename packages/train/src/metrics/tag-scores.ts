import { fBeta, type TagCounts } from './f-beta.ts';
import type { TagRow } from './tag-row.ts';

/** The true tags of a sample and the probabilities that a model gave them. */
export interface ScoredTags {
  readonly tags: TagRow;
  readonly probabilities: ArrayLike<number>;
}

/** The mean over samples of the F-measure of the tags of each; `NaN` without samples. */
export function meanFBeta(
  samples: readonly ScoredTags[],
  thresholds: readonly number[],
  beta: number,
): number {
  const scores = samples.map((sample) => fBeta(sampleCounts(sample, thresholds), beta));
  return scores.reduce((sum, score) => sum + score, 0) / samples.length;
}

/** How often each tag was predicted and present. */
export function tagCounts(
  samples: readonly ScoredTags[],
  thresholds: readonly number[],
): TagCounts[] {
  return thresholds.map((threshold, tag) => {
    const predicted = samples.filter(({ probabilities }) => probabilities[tag]! >= threshold);
    return {
      hits: predicted.filter(({ tags }) => tags[tag]! > 0.5).length,
      predicted: predicted.length,
      present: samples.filter(({ tags }) => tags[tag]! > 0.5).length,
    };
  });
}

/** How many tags of one sample are predicted, present, and both. */
export function sampleCounts(
  { tags, probabilities }: ScoredTags,
  thresholds: readonly number[],
): TagCounts {
  let [hits, predicted, present] = [0, 0, 0];
  thresholds.forEach((threshold, tag) => {
    const isPresent = tags[tag]! > 0.5;
    const isPredicted = probabilities[tag]! >= threshold;
    if (isPresent) present++;
    if (isPredicted) predicted++;
    if (isPresent && isPredicted) hits++;
  });
  return { hits, predicted, present };
}
