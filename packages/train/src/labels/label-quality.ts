import type { LabelAnswers } from './label-answers.ts';

/**
 * The ways to rank labels. `self-confidence` is the probability of the label; `normalised-margin` is that probability less the
 * largest one of another class. Both are small for labels that are probably wrong.
 */
export const LABEL_RANKINGS = ['self-confidence', 'normalised-margin'] as const;
export type LabelRanking = (typeof LABEL_RANKINGS)[number];

/** The quality of each label, 0 to 1 for `self-confidence`, -1 to 1 for `normalised-margin`. */
export function labelQuality(
  { probabilities, labels, classes }: LabelAnswers,
  ranking: LabelRanking,
): Float64Array {
  return Float64Array.from({ length: labels.length }, (_, image) => {
    const row = probabilities.subarray(image * classes, (image + 1) * classes);
    const own = row[labels[image]!]!;
    if (ranking === 'self-confidence') return own;
    const other = row.reduce((most, p, at) => (at === labels[image] ? most : Math.max(most, p)), 0);
    return own - other;
  });
}
