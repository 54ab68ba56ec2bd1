import { SproutError } from '../errors/sprout-error.ts';
import { permutation } from '../random/permutation.ts';
import { rngAt } from '../random/rng.ts';

export interface EpochPlanOptions {
  readonly count: number;
  readonly batchSize: number;
  readonly seed: number;
  readonly epoch: number;
  /** Without shuffling the plan is `0 .. count - 1` in order, whatever seed and epoch. */
  readonly shuffle?: boolean;
}

/**
 * Which samples make which batch: each sample once, in a new order every epoch; the last batch may be smaller.
 *
 * @throws {SproutError} `option-invalid` for a batch size that is not a whole number from 1 on.
 */
export function planEpoch({
  count,
  batchSize,
  seed,
  epoch,
  shuffle = true,
}: EpochPlanOptions): Uint32Array[] {
  if (!Number.isSafeInteger(batchSize) || batchSize < 1) {
    const rule = 'a whole number, at least 1';
    throw new SproutError('option-invalid', {
      option: 'batchSize',
      value: String(batchSize),
      rule,
    });
  }
  const order = shuffle
    ? permutation(count, rngAt(seed, ['order', epoch]))
    : Uint32Array.from({ length: count }, (_, number) => number);
  const batches: Uint32Array[] = [];
  for (let start = 0; start < count; start += batchSize) {
    batches.push(order.subarray(start, start + batchSize));
  }
  return batches;
}
