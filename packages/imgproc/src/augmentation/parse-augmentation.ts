import { checkOps, type CheckedOps } from '../op-list/checked-ops.ts';
import { augmentationOps } from '../ops/index.ts';
import type { AugmentationOp } from '../ops/written-ops.ts';

/** An augmentation that `parseAugmentation` checked. */
export type CheckedAugmentation = CheckedOps<'augmentation'> & readonly AugmentationOp[];

/**
 * Checks an augmentation and fills in its defaults. A checked augmentation is returned as it is, at no cost.
 *
 * @returns Frozen. Functions that take an augmentation do not check it again.
 * @throws {SproutError} `name-unknown` for an op or a field that does not exist, `recipe-invalid` for any other fault.
 */
export function parseAugmentation(specs: unknown): CheckedAugmentation {
  return checkOps(specs, { kind: 'augmentation', table: augmentationOps }) as CheckedAugmentation; // by the schemas of these ops
}
