import { checkWhole } from '@sprout/core';

export interface TargetsOptions {
  readonly classes: number;
  /** The share of the target that is spread evenly over all classes, 0 to 1 (Szegedy et al. 2015, arXiv:1512.00567). */
  readonly labelSmoothing?: number | undefined;
  /** The weight of each class in the loss; 1 for each if absent. */
  readonly classWeights?: readonly number[] | undefined;
}

export interface Targets {
  /** `[count, classes]`, each row summing to 1. */
  readonly targets: Float32Array;
  /** `[count]`. */
  readonly weights: Float32Array;
}

/**
 * The targets and the weights of a batch with these labels, as a training step takes them. Fresh arrays.
 *
 * @throws {SproutError} `option-invalid` for a label outside the classes.
 */
export function targetsFor(
  labels: Int32Array,
  { classes, labelSmoothing = 0, classWeights }: TargetsOptions,
): Targets {
  const targets = new Float32Array(labels.length * classes).fill(labelSmoothing / classes);
  const weights = new Float32Array(labels.length).fill(1);
  labels.forEach((label, row) => {
    checkWhole('a label', label, { least: 0, most: classes - 1 });
    targets[row * classes + label] = 1 - labelSmoothing + labelSmoothing / classes;
    if (classWeights !== undefined) weights[row] = classWeights[label] ?? 1;
  });
  return { targets, weights };
}
