import { SproutError } from '@sprout/core';

/**
 * Runs work on a backend.
 *
 * @throws {SproutError} `model-unsupported` where the backend runs out of memory. WebAssembly reports that as an access out of
 *   bounds, JavaScript as an array that it cannot allocate.
 */
export function namingMemory<T>(backend: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (!isOutOfMemory(cause)) throw cause;
    const reason = `the engine ${backend} has too little memory for it (${cause.message})`;
    throw new SproutError('model-unsupported', { what: 'The model', reason }, { cause });
  }
}

function isOutOfMemory(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  if (error.name === 'RuntimeError') return true;
  return error.name === 'RangeError' && /array buffer|array length/i.test(error.message);
}
