import type { Baseline, DatasetSection } from './report-data.ts';

/**
 * The accuracies on the validation images of guessing at random, and of always predicting the largest class of the
 * training images.
 */
export function referenceAccuracies({ classes }: DatasetSection): {
  readonly chance: Baseline;
  readonly majority: Baseline | undefined;
} {
  const chance = { name: 'guessing at random', accuracy: 1 / classes.length };
  const validation = classes.reduce((sum, count) => sum + count.validation, 0);
  const [first, ...rest] = classes;
  if (first === undefined || validation === 0) return { chance, majority: undefined };
  const largest = rest.reduce(
    (most, count) => (count.training > most.training ? count : most),
    first,
  );
  const accuracy = largest.validation / validation;
  return { chance, majority: { name: `always “${largest.name}”`, accuracy } };
}
