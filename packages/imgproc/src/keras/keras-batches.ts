import { checkWhole } from '@sprout/core';
import type { SampleRandomness } from './sample-randomness.ts';

/** Batches without an end, as an `Iterator` of Keras: epoch after epoch, the last batch of each may be smaller. */
export interface KerasBatches<B> extends AsyncIterable<B> {
  /** The number of samples. */
  readonly samples: number;
  /** The number of batches of an epoch: `__len__`. */
  readonly length: number;
  /** The next batch. Leaving a loop over the batches does not end them: the next loop goes on. */
  next(): Promise<B>;
  /** A batch of the current order: `__getitem__`. @throws {SproutError} `option-invalid` for an index outside. */
  at(index: number): Promise<B>;
  /** Makes a new order: `on_epoch_end`. */
  endEpoch(): void;
  /** The next batch is the first of a new epoch. */
  reset(): void;
}

/** The samples of a batch, in its order. */
interface BatchPlan {
  readonly indices: Uint32Array;
  readonly epoch: number;
}

interface BatchesOptions<B> {
  readonly samples: number;
  readonly batchSize: number;
  readonly shuffle: boolean;
  readonly randomness: SampleRandomness;
  /** Makes a batch. Only one batch is made at a time. */
  readonly render: (plan: BatchPlan) => Promise<B>;
}

/** Makes batches in the order of Keras. @throws {SproutError} `option-invalid` unless the batch size is a whole number of at least 1. */
export function kerasBatches<B>(options: BatchesOptions<B>): KerasBatches<B> {
  const { samples, batchSize, render, randomness } = options;
  checkWhole('batchSize', batchSize, { least: 1 });
  const length = Math.ceil(samples / batchSize);
  const order = epochOrder(options);
  let position = 0;
  let seen = 0;
  const inTurn = oneAtATime<B>();
  const batchFrom = (index: number): Promise<B> =>
    render(order.slice(index * batchSize, batchSize));
  const next = (): Promise<B> =>
    inTurn(() => {
      randomness.startBatch(seen);
      if (position === 0) order.renew();
      const index = position;
      position = index + 1 < length ? index + 1 : 0;
      seen++;
      return batchFrom(index);
    });
  return {
    samples,
    length,
    next,
    at: async (index) => {
      checkWhole('index', index, { least: 0, most: length - 1 });
      return inTurn(() => {
        randomness.startBatch(seen);
        seen++;
        order.renewFirst();
        return batchFrom(index);
      });
    },
    endEpoch: () => order.renew(),
    reset: () => (position = 0),
    [Symbol.asyncIterator]: () => ({ next: async () => ({ done: false, value: await next() }) }),
  };
}

/** Starts a task when the one before has ended. */
function oneAtATime<T>(): (task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task, task);
    last = result;
    return result;
  };
}

/** The order of the samples. It is made anew for each epoch. */
function epochOrder({ samples, shuffle, randomness }: Omit<BatchesOptions<unknown>, 'render'>) {
  let epoch = -1;
  let order = new Uint32Array();
  const renew = (): void => {
    epoch++;
    order = shuffle
      ? Uint32Array.from(randomness.order(samples, epoch))
      : Uint32Array.from({ length: samples }, (_, at) => at);
  };
  return {
    renew,
    renewFirst: (): void => {
      if (epoch < 0) renew();
    },
    slice: (start: number, count: number): BatchPlan => ({
      indices: order.slice(start, start + count),
      epoch,
    }),
  };
}
