import type { NativeSession, Onnxruntime } from './load-onnxruntime.ts';

/** Loads an ONNX file. Its native memory is freed when the session is no longer referenced. */
export function loadSession(
  { InferenceSession }: Onnxruntime,
  file: Uint8Array,
  { threads }: { readonly threads: number },
): NativeSession {
  const session = new InferenceSession();
  session.loadModel(file.buffer, file.byteOffset, file.byteLength, {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    graphOptimizationLevel: 'all',
    executionMode: 'sequential',
    logSeverityLevel: 4,
  });
  return session;
}
