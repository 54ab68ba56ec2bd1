import type { Dataset } from './dataset.ts';

/** What has classes and samples: a data set, or the training half of one. */
export type LabelledSamples = Pick<Dataset, 'classes' | 'samples'>;

/**
 * Weights that make every class count the same in a loss: `samples / (classes * samples of the class)`, as scikit-learn's
 * "balanced". Their mean over the samples is 1; a class without samples has the weight 0 and is not counted.
 *
 * @returns One weight a label.
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
