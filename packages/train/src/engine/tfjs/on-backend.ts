import { getBackend, setBackend, tidy } from '@tensorflow/tfjs-core';

/**
 * Runs synchronous work with a started backend in charge, and frees the tensors that it made, variables aside. tfjs has
 * one active backend a thread: whoever computes says which one each time, so that sessions on different backends can
 * take turns.
 */
export function onBackend<T>(backend: string, work: () => T): T {
  if (getBackend() !== backend) void setBackend(backend); // synchronous once the backend has started
  const results: T[] = [];
  tidy(() => void results.push(work()));
  return results[0]!;
}
