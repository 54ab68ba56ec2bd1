import { getBackend, setBackend } from '@tensorflow/tfjs-core';

/** Runs work that may make another tfjs backend the active one, and makes the one from before active again. */
export async function keepingBackend<T>(work: () => Promise<T>): Promise<T> {
  const before = getBackend() as string | undefined; // undefined until a backend is active, whatever the declaration says
  try {
    return await work();
  } finally {
    await setBackend(before ?? 'cpu');
  }
}
