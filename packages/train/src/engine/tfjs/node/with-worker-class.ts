import type { Worker } from 'node:worker_threads';

/**
 * Runs work while the global `Worker` is `workerClass`, and restores the global afterwards. emscripten starts threads by this
 * global, which it sets to the class of Node.
 */
export async function withWorkerClass<T>(
  workerClass: new () => Worker,
  work: () => Promise<T>,
): Promise<T> {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'Worker');
  Object.defineProperty(globalThis, 'Worker', {
    configurable: true,
    get: () => workerClass,
    set: () => {}, // ignores the class of Node that emscripten assigns
  });
  try {
    return await work();
  } finally {
    Reflect.deleteProperty(globalThis, 'Worker');
    if (before !== undefined) Object.defineProperty(globalThis, 'Worker', before);
  }
}
