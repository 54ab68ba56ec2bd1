import { threadId, workerData } from 'node:worker_threads';

const NOBODY = 0;

interface EngineWorkerData {
  readonly onnxruntimeOwner?: Int32Array;
}

/** Which thread has onnxruntime: its id and 1, or 0. Shared with the engines' thread. */
const owner: Int32Array =
  (workerData as EngineWorkerData | null)?.onnxruntimeOwner ??
  new Int32Array(new SharedArrayBuffer(4));

/** What the engines' thread is started with, so that the two cannot both have onnxruntime. */
export const ENGINE_WORKER_DATA: EngineWorkerData = { onnxruntimeOwner: owner };

/**
 * Claims onnxruntime for this thread, for good: onnxruntime-node 1.16.3 loads into one thread of a process, and only once. In a
 * second one it fails, or spoils memory.
 *
 * @returns Whether it is this thread's; it is not known of threads that others started.
 */
export function claimOnnxruntime(): boolean {
  const before = Atomics.compareExchange(owner, 0, NOBODY, threadId + 1);
  return before === NOBODY || before === threadId + 1;
}

/** Gives the claim up where nothing was loaded. */
export function releaseOnnxruntime(): void {
  Atomics.compareExchange(owner, 0, threadId + 1, NOBODY);
}
