import type { OnnxGraph } from '../../../graph/ir/onnx-graph.ts';
import { directOutputs } from '../../../graph/pass/direct-outputs.ts';
import { encodeOnnx } from '../../../graph/write/onnx-writer.ts';
import type { Onnxruntime, SessionOptions } from '../runtime/start-onnxruntime.ts';
import type { Executor } from './executor.ts';

/** Loads a graph without kernels as one session of onnxruntime, which is freed with the executor, by the garbage collector. */
export function plainExecutor(
  onnxruntime: Onnxruntime,
  graph: OnnxGraph,
  options: SessionOptions,
): Executor {
  return onnxruntime.open(encodeOnnx(directOutputs(graph)), options).runInto;
}
