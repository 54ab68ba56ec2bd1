import type { FloatTensor, NativeTensor, Onnxruntime } from './load-onnxruntime.ts';
import { loadSession } from './load-session.ts';

export interface RunnerOptions {
  readonly outputs: readonly string[];
  readonly threads: number;
}

/** A loaded ONNX file. Runs synchronously, and returns new tensors; an `Executor` writes to given tensors. */
export type OnnxRunner = (
  inputs: Readonly<Record<string, NativeTensor>>,
) => Record<string, FloatTensor>;

/** Loads an ONNX file. Its native memory is freed when the runner is no longer referenced. */
export function createRunner(
  onnxruntime: Onnxruntime,
  file: Uint8Array,
  { outputs, threads }: RunnerOptions,
): OnnxRunner {
  const session = loadSession(onnxruntime, file, { threads });
  const fetches = Object.fromEntries(outputs.map((name) => [name, null]));
  return (inputs) => session.run(inputs, fetches, {});
}

/** Numbers as a tensor; `data` is only read, and must not lie in shared memory. */
export function tensor(data: Float32Array, dims: readonly number[]): FloatTensor {
  return { type: 'float32', dims, data };
}
