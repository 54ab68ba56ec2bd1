import { mixedTargets } from './mixed-targets.ts';
import type { ModelBatch } from './model-batch.ts';
import { type Targets, targetsFor, type TargetsOptions } from './targets.ts';

/**
 * The targets and the weights of a batch, as a training step takes them. If its images are mixed, its targets are mixed in the same way.
 *
 * @returns Fresh arrays.
 * @throws {SproutError} `option-invalid` for a label outside the classes.
 */
export function batchTargets(
  { labels, ownShare }: Pick<ModelBatch, 'labels' | 'ownShare'>,
  options: TargetsOptions,
): Targets {
  const targets = targetsFor(labels, options);
  return ownShare === undefined ? targets : mixedTargets(targets, ownShare);
}
