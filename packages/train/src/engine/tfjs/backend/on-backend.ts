import { getBackend, setBackend, tidy } from '@tensorflow/tfjs-core';
import { namingMemory } from './naming-memory.ts';

/**
 * Runs synchronous work on a started backend, and frees the tensors that the work made, except variables. tfjs has one active
 * backend in each thread. Since each call on a model makes the model's backend active, models on different backends can be open
 * at the same time.
 *
 * @throws {SproutError} `model-unsupported` where the backend runs out of memory.
 */
export function onBackend<T>(backend: string, work: () => T): T {
  if (getBackend() !== backend) void setBackend(backend); // synchronous once the backend has started
  const results: T[] = [];
  namingMemory(backend, () => tidy(() => void results.push(work())));
  return results[0]!;
}
