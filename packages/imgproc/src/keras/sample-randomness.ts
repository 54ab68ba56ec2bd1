import { type NumpyRandom, permutation, rngAt } from '@sprout/core';
import type { KerasRandom } from './transform/draw-numbers.ts';

/** Where the random numbers of batches come from. */
export interface SampleRandomness {
  /** Called before each batch with the number of batches so far. */
  startBatch(batches: number): void;
  /** The order of the samples in an epoch. */
  order(count: number, epoch: number): Uint32Array;
  /** The numbers of one sample. Samples must be asked for in the order of the batch. */
  ofSample(id: string | number, epoch: number): KerasRandom;
}

/**
 * The draws of Keras: one generator for everything, seeded anew for each batch with `seed` plus the number of batches so far. With the
 * seed `null` it goes on from where it is.
 */
export function numpyRandomness(random: NumpyRandom, seed: number | null): SampleRandomness {
  return {
    startBatch: (batches) => {
      if (seed !== null) random.seed(seed + batches);
    },
    order: (count) => random.permutation(count),
    ofSample: () => random,
  };
}

/** Numbers that depend on the seed, the epoch and the sample alone, whatever the batches are. */
export function addressedRandomness(seed: number): SampleRandomness {
  return {
    startBatch: () => undefined,
    order: (count, epoch) => permutation(count, rngAt(seed, ['keras', 'order', epoch])),
    ofSample: (id, epoch) => rngAt(seed, ['keras', 'transform', epoch, id]),
  };
}
