import { checkWhole } from '../errors/check-whole.ts';

export interface MapOrderedOptions {
  /** How many results are being made or waiting at any time. At least 1. */
  readonly limit: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Maps items concurrently and yields the results in the items' order. Items are taken only as fast as results
 * are asked for. A failure is thrown in its turn, after the results before it; `discard` receives the results after it.
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
