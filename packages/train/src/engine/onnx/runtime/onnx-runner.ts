import type { Onnxruntime, SessionOptions } from './start-onnxruntime.ts';
import type { FloatTensor, Tensors } from './tensors.ts';

export interface RunnerOptions extends SessionOptions {
  readonly outputs: readonly string[];
}

/** A loaded ONNX file. Runs synchronously, and returns new tensors; an `Executor` writes to given tensors. */
export type OnnxRunner = (inputs: Tensors) => Record<string, FloatTensor>;

/** Loads an ONNX file. Its native memory is freed when the runner is no longer referenced. */
export function createRunner(
  onnxruntime: Onnxruntime,
  file: Uint8Array,
  { outputs, ...options }: RunnerOptions,
): OnnxRunner {
  const session = onnxruntime.open(file, options);
  return (inputs) => session.run(inputs, outputs);
}
