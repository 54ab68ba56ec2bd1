import type { Worker } from 'node:worker_threads';

/**
 * Makes calls to a worker fail when the worker does, those in progress and those that come later. A race against one promise
 * of its end would do the same, but keep every answer for as long as the worker lives.
 */
export function failWith(worker: Worker): <T>(answer: Promise<T>) => Promise<T> {
  const waiting = new Set<(reason: unknown) => void>();
  let end: { readonly reason: unknown } | undefined;
  worker.once('error', (reason) => {
    end = { reason };
    for (const reject of waiting) reject(reason);
  });
  return async (answer) => {
    if (end !== undefined) throw end.reason;
    let fail: (reason: unknown) => void = () => undefined;
    try {
      return await new Promise((resolve, reject) => {
        fail = reject;
        waiting.add(fail);
        answer.then(resolve, reject);
      });
    } finally {
      waiting.delete(fail);
    }
  };
}
