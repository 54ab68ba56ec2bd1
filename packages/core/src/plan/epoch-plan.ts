import { checkWhole } from '../errors/check-whole.ts';
import { permutation } from '../random/permutation.ts';
import { rngAt } from '../random/rng.ts';

export interface EpochPlanOptions {
  /** How many samples there are. */
  readonly count: number;
  readonly batchSize: number;
  /** The seed and the epoch (from 0) address the random order. Whole numbers. */
  readonly seed: number;
  readonly epoch: number;
  /** Whether the order is random (the default) or `0 .. count - 1`. */
  readonly shuffle?: boolean;
}

/**
 * Plans the batches of one epoch: each sample occurs once, in a new order every epoch. The last batch may be smaller.
 *
 * @returns For each batch, the positions of its samples.
 * @throws {SproutError} `option-invalid` for numbers that are not whole or out of range.
 */
export function planEpoch({
  count,
  batchSize,
  seed,
  epoch,
  shuffle = true,
}: EpochPlanOptions): Uint32Array[] {
  checkWhole('count', count, { least: 0 });
  checkWhole('batchSize', batchSize, { least: 1 });
  checkWhole('epoch', epoch, { least: 0 });
  const order = shuffle
    ? permutation(count, rngAt(seed, ['order', epoch]))
    : Uint32Array.from({ length: count }, (_, number) => number);
  const batches: Uint32Array[] = [];
  for (let start = 0; start < count; start += batchSize) {
    batches.push(order.subarray(start, start + batchSize));
  }
  return batches;
}
