import { SproutError } from '@sprout/core';
import type { Worker } from 'node:worker_threads';

/**
 * Returns a function that passes answers of a worker on, and rejects when the worker fails or ends, for calls in progress and
 * for later calls. `Promise.race` with one promise for the end of the worker would keep every answer in memory until that end.
 */
export function failWith(worker: Worker): <T>(answer: Promise<T>) => Promise<T> {
  const waiting = new Set<(reason: unknown) => void>();
  let end: { readonly reason: unknown } | undefined;
  const fail = (reason: unknown): void => {
    end ??= { reason }; // an error comes before the exit it causes
    for (const reject of waiting) reject(end.reason);
  };
  worker.once('error', (error: Error) => fail(lostBy(error)));
  worker.once('exit', (code) => {
    fail(
      new SproutError('worker-lost', { task: 'the engine', reason: `it ended with code ${code}` }),
    );
  });
  return async (answer) => {
    if (end !== undefined) throw end.reason;
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

/** Memory that is used up is no bug, and so has no stack. */
function lostBy(error: Error): Error {
  if (!('code' in error) || error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return error;
  const reason = 'its memory is used up; smaller batches may help';
  return new SproutError('worker-lost', { task: 'the engine', reason }, { cause: error });
}
