import type { Augmentation } from '@sprout/core';
import type { DrawnOp } from '../op-contract/drawn-op.ts';
import { resolvedOf } from '../op-list/checked-ops.ts';
import { drawForSample, type DrawOptions } from './draw-for-sample.ts';
import { parseAugmentation } from './parse-augmentation.ts';

/**
 * Draws the numbers of every op for one sample. Each op has a stream of its own, by name and occurrence, so that
 * another op in the list does not change its numbers.
 *
 * @throws {SproutError} As `parseAugmentation`.
 */
export function drawAugmentation(augment: Augmentation, options: DrawOptions): DrawnOp[] {
  return drawForSample(resolvedOf(parseAugmentation(augment)), options);
}
