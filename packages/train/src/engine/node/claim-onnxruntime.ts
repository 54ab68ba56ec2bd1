import { threadId, workerData } from 'node:worker_threads';

const NOBODY = 0;

interface EngineWorkerData {
  readonly onnxruntimeOwner?: Int32Array;
}

/** The id of the thread that has onnxruntime, plus 1; 0 while none has it. Shared with the engines' thread. */
const owner: Int32Array =
  (workerData as EngineWorkerData | null)?.onnxruntimeOwner ??
  new Int32Array(new SharedArrayBuffer(4));

/** The `workerData` of the engines' thread, so that only one of the two threads loads onnxruntime. */
export const ENGINE_WORKER_DATA: EngineWorkerData = { onnxruntimeOwner: owner };

/**
 * Claims onnxruntime for this thread until the process ends: onnxruntime-node 1.16.3 loads into one thread of a process, and only
 * once. In a second thread it fails, or corrupts memory.
 *
 * @returns Whether this thread has it now. Other worker threads of the program do not share the claim.
 */
export function claimOnnxruntime(): boolean {
  const before = Atomics.compareExchange(owner, 0, NOBODY, threadId + 1);
  return before === NOBODY || before === threadId + 1;
}

/** Gives up the claim where nothing was loaded. */
export function releaseOnnxruntime(): void {
  Atomics.compareExchange(owner, 0, threadId + 1, NOBODY);
}
