import { SproutError } from '@sprout/core';
import type { Worker } from 'node:worker_threads';

/**
 * Returns a function that passes answers of a worker on, and rejects when the worker fails, ends or is given up, for calls in
 * progress and for later calls: with `worker-lost`, or with the reason of `givenUp`. `Promise.race` with one promise for the end
 * of the worker would keep every answer in memory until that end.
 */
export function failWith(
  worker: Worker,
  givenUp?: AbortSignal,
): <T>(answer: Promise<T>) => Promise<T> {
  const waiting = new Set<(reason: unknown) => void>();
  let end: { readonly reason: unknown } | undefined;
  const fail = (reason: unknown): void => {
    end ??= { reason }; // an error comes before the exit it causes
    for (const reject of waiting) reject(end.reason);
  };
  givenUp?.addEventListener('abort', () => fail(givenUp.reason), { once: true });
  worker.once('error', (error: unknown) => fail(engineLost(reasonOf(error), error)));
  worker.once('exit', (code) => fail(engineLost(`it ended with code ${code}`)));
  return async (answer) => {
    if (end !== undefined) {
      answer.catch(() => undefined); // its result is not used
      throw end.reason;
    }
    let rejectThis: (reason: unknown) => void = () => undefined;
    try {
      return await new Promise((resolve, reject) => {
        rejectThis = reject;
        waiting.add(reject);
        answer.then(resolve, reject);
      });
    } finally {
      waiting.delete(rejectThis);
    }
  };
}

/** The error for calls to a worker of the engines that has ended. */
export function engineLost(reason: string, cause?: unknown): SproutError<'worker-lost'> {
  return new SproutError(
    'worker-lost',
    { task: 'the engine', reason },
    cause === undefined ? undefined : { cause },
  );
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isMemory ? 'its memory is used up; smaller batches may help' : error.message;
}
