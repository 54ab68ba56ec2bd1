import { checkWhole } from '../errors/check-whole.ts';

export interface MapOrderedOptions {
  /** The largest number of results that are being made or waiting. At least 1. */
  readonly limit: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Maps items concurrently and yields the results in the items' order. At most `limit` items are taken ahead of the
 * consumer. A failure is thrown in its turn, after the results before it; `discard` receives the results after it.
 *
 * @throws {SproutError} `option-invalid` for the limit.
 */
export async function* mapOrdered<T, R>(
  items: Iterable<T>,
  { limit, signal }: MapOrderedOptions,
  { map, discard }: { map: (item: T) => Promise<R>; discard?: (result: R) => void },
): AsyncGenerator<R, void, undefined> {
  checkWhole('limit', limit, { least: 1 });
  const iterator = items[Symbol.iterator]();
  const waiting: Promise<R>[] = [];
  const fill = (): void => {
    while (waiting.length < limit) {
      const next = iterator.next();
      if (next.done === true) return;
      const result = map(next.value);
      result.catch(() => undefined); // it is thrown in its turn
      waiting.push(result);
    }
  };
  try {
    for (;;) {
      signal?.throwIfAborted();
      fill();
      const first = waiting.shift();
      if (first === undefined) return;
      yield await first;
    }
  } finally {
    iterator.return?.();
    const unused = await Promise.allSettled(waiting);
    for (const result of unused) if (result.status === 'fulfilled') discard?.(result.value);
  }
}
