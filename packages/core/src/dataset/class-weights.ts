import type { Dataset } from './dataset.ts';

/** Classes and samples: a data set, or the training subset of one. */
export type LabelledSamples = Pick<Dataset, 'classes' | 'samples'>;

/**
 * Weights with which every class contributes equally to a loss: `samples / (classes * samples of the class)`, as
 * "balanced" in scikit-learn. The mean weight of the samples is 1. A class without samples has the weight 0 and does not
 * count as a class.
 *
 * @returns One weight for each label.
 */
export function classWeights(dataset: LabelledSamples): number[] {
  const counts = classCounts(dataset);
  const present = counts.filter((count) => count > 0).length;
  const total = dataset.samples.length;
  return counts.map((count) => (count === 0 ? 0 : total / (present * count)));
}

/** How many samples each label has. */
export function classCounts({ classes, samples }: LabelledSamples): number[] {
  const counts = classes.map(() => 0);
  for (let at = 0; at < samples.length; at++) counts[samples.labelAt(at)]!++;
  return counts;
}
