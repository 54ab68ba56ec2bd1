import { getBackend, setBackend } from '@tensorflow/tfjs-core';

/** Runs what may put another tfjs backend in charge, and gives the one before back its place. */
export async function keepingBackend<T>(work: () => Promise<T>): Promise<T> {
  const before = getBackend() as string | undefined; // undefined until a backend is in charge, whatever the declaration says
  try {
    return await work();
  } finally {
    await setBackend(before ?? 'cpu');
  }
}
