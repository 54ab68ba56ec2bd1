import { type Augmentation, rngAt } from '@sprout/core';
import { augmentationOps } from '../ops/index.ts';
import { parseOps } from '../recipe/parse-ops.ts';

/** What was drawn for one op on one sample: plain data, enough to apply it again. */
export interface DrawnOp {
  readonly op: string;
  readonly numbers: unknown;
}

export interface DrawOptions {
  readonly seed: number;
  readonly epoch: number;
  /** The sample's id. */
  readonly id: string;
}

/**
 * Draws the numbers of every op for one sample. Each op has a stream of its own, by name and occurrence, so that
 * adding an op leaves the numbers of the others alone.
 *
 * @throws {SproutError} As `parseAugmentation`.
 */
export function drawAugmentation(
  augment: Augmentation,
  { seed, epoch, id }: DrawOptions,
): DrawnOp[] {
  const occurrences = new Map<string, number>();
  return parseOps(augment, { what: 'augmentation', ops: augmentationOps }).map(({ op, spec }) => {
    const occurrence = occurrences.get(op.name) ?? 0;
    occurrences.set(op.name, occurrence + 1);
    const rng = rngAt(seed, ['augment', epoch, id, op.name, occurrence]);
    return { op: op.name, numbers: op.draw(spec, rng) };
  });
}
