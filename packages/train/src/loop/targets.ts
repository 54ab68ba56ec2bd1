import { checkWhole } from '@sprout/core';
import type { TagRow } from '../metrics/tag-row.ts';

export interface TargetsOptions {
  readonly classes: number;
  /** The share of the target that is spread evenly over all classes, 0 to 1 (Szegedy et al. 2015, arXiv:1512.00567). */
  readonly labelSmoothing?: number | undefined;
  /** The weight of each class in the loss; 1 for each if absent. */
  readonly classWeights?: readonly number[] | undefined;
  /** The tags of the samples by label, for a model of tags. Smoothing moves each target towards 0.5, as in Keras. */
  readonly tags?: readonly TagRow[] | undefined;
}

export interface Targets {
  /** `[count, classes]`, each row summing to 1 unless there are tags. */
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
  { classes, labelSmoothing = 0, classWeights, tags }: TargetsOptions,
): Targets {
  if (tags !== undefined) return tagTargets(labels, tags, labelSmoothing);
  const targets = new Float32Array(labels.length * classes).fill(labelSmoothing / classes);
  const weights = new Float32Array(labels.length).fill(1);
  labels.forEach((label, row) => {
    checkWhole('a label', label, { least: 0, most: classes - 1 });
    targets[row * classes + label] = 1 - labelSmoothing + labelSmoothing / classes;
    if (classWeights !== undefined) weights[row] = classWeights[label] ?? 1;
  });
  return { targets, weights };
}

function tagTargets(labels: Int32Array, tags: readonly TagRow[], smoothing: number): Targets {
  const rows = Array.from(labels, (label) => {
    checkWhole('a label', label, { least: 0, most: tags.length - 1 });
    return Array.from(tags[label]!, (tag) => tag * (1 - smoothing) + smoothing / 2);
  });
  return {
    targets: Float32Array.from(rows.flat()),
    weights: new Float32Array(labels.length).fill(1),
  };
}
