import type { Worker } from 'node:worker_threads';

/** The worker threads of this process that were started after `watchThreads` and have not ended. */
export interface RunningThreads {
  /** Waits until all have ended. @returns `false` if one has not after `graceMs`. */
  readonly ended: (graceMs: number) => Promise<boolean>;
}

/** Follows the worker threads of this process. A thread that was stopped ends only when native code returns. */
export function watchThreads(): RunningThreads {
  const ends = new Map<Worker, Promise<void>>();
  process.on('worker', (worker) => {
    const end = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
    ends.set(worker, end);
    void end.then(() => ends.delete(worker));
  });
  return {
    ended: async (graceMs) => {
      if (ends.size === 0) return true;
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<false>((resolve) => {
        timer = setTimeout(() => resolve(false), graceMs);
      });
      const all = Promise.all(ends.values()).then(() => true);
      return Promise.race([all, late]).finally(() => clearTimeout(timer));
    },
  };
}
