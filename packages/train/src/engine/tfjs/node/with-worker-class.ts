import type { Worker } from 'node:worker_threads';

/**
 * Runs work that starts threads by the global `Worker`, which emscripten sets to Node's own class, and removes that global
 * afterwards.
 */
export async function withWorkerClass<T>(
  workerClass: new () => Worker,
  work: () => Promise<T>,
): Promise<T> {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'Worker');
  Object.defineProperty(globalThis, 'Worker', {
    configurable: true,
    get: () => workerClass,
    set: () => {}, // emscripten assigns it
  });
  try {
    return await work();
  } finally {
    Reflect.deleteProperty(globalThis, 'Worker');
    if (before !== undefined) Object.defineProperty(globalThis, 'Worker', before);
  }
}
