import { checkWhole } from '../errors/check-whole.ts';
import { permutation } from '../random/permutation.ts';
import { rngAt } from '../random/rng.ts';

export interface EpochPlanOptions {
  /** How many samples there are. */
  readonly count: number;
  readonly batchSize: number;
  /** Whole numbers, the epoch from 0 on, which address the order. */
  readonly seed: number;
  readonly epoch: number;
  /** Without shuffling the plan is `0 .. count - 1` in order, whatever seed and epoch. */
  readonly shuffle?: boolean;
}

/**
 * Which samples make which batch: each sample once, in a new order every epoch; the last batch may be smaller.
 *
 * @throws {SproutError} `option-invalid` for anything but whole numbers, and a batch size of 0.
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
