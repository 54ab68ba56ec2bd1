import { threadId, workerData } from 'node:worker_threads';

const UNCLAIMED = 0;

interface EngineWorkerData {
  readonly onnxruntimeOwner?: Int32Array;
}

/** The id of the thread that claimed onnxruntime, plus 1; 0 where no thread did. Shared with the engines' thread. */
const owner: Int32Array =
  (workerData as EngineWorkerData | null)?.onnxruntimeOwner ??
  new Int32Array(new SharedArrayBuffer(4));

/** The `workerData` of the engines' thread, so that only one of the two threads loads onnxruntime. */
export const ENGINE_WORKER_DATA: EngineWorkerData = { onnxruntimeOwner: owner };

/**
 * Claims onnxruntime for this thread until the process ends. onnxruntime-node 1.16.3 can be loaded only once in a process: in a
 * second thread it fails or corrupts memory.
 *
 * @returns Whether this thread has the claim. Worker threads other than the engines' thread do not see it.
 */
export function claimOnnxruntime(): boolean {
  const before = Atomics.compareExchange(owner, 0, UNCLAIMED, threadId + 1);
  return before === UNCLAIMED || before === threadId + 1;
}

/** Gives up this thread's claim, after onnxruntime could not be loaded. */
export function releaseOnnxruntime(): void {
  Atomics.compareExchange(owner, 0, threadId + 1, UNCLAIMED);
}
