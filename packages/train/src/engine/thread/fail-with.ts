import { SproutError } from '@sprout/core';
import type { Worker } from 'node:worker_threads';

/**
 * Makes calls to a worker fail when the worker does, both those in progress and later ones. `Promise.race` with one promise for
 * the worker's end would keep every answer in memory as long as the worker exists.
 */
export function failWith(worker: Worker): <T>(answer: Promise<T>) => Promise<T> {
  const waiting = new Set<(reason: unknown) => void>();
  let end: { readonly reason: unknown } | undefined;
  const fail = (reason: unknown): void => {
    end ??= { reason }; // an error comes before the exit it causes
    for (const reject of waiting) reject(end.reason);
  };
  worker.once('error', fail);
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
