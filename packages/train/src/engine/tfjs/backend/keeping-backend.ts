import { getBackend, setBackend } from '@tensorflow/tfjs-core';

/** Runs work that may change the active backend of tfjs, and restores the active backend afterwards. */
export async function keepingBackend<T>(work: () => Promise<T>): Promise<T> {
  const before = getBackend() as string | undefined; // undefined until a backend is active; the declaration of tfjs omits that
  try {
    return await work();
  } finally {
    await setBackend(before ?? 'cpu');
  }
}
