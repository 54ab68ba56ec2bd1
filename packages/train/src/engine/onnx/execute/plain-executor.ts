import type { OnnxGraph } from '../../../graph/ir/onnx-graph.ts';
import { directOutputs } from '../../../graph/pass/direct-outputs.ts';
import { encodeOnnx } from '../../../graph/write/onnx-writer.ts';
import type { Onnxruntime } from '../runtime/load-onnxruntime.ts';
import { loadSession } from '../runtime/load-session.ts';
import type { Executor } from './executor.ts';
import { runInPlace, withoutCopies } from './run-in-place.ts';

/**
 * Loads a graph without kernels as one session of onnxruntime. The session is freed with the executor, by the garbage
 * collector.
 */
export function plainExecutor(
  onnxruntime: Onnxruntime,
  graph: OnnxGraph,
  { threads }: { readonly threads: number },
): Executor {
  const file = encodeOnnx(withoutCopies(directOutputs(graph)));
  const session = loadSession(onnxruntime, file, { threads });
  return (inputs, outputs) => runInPlace(session, inputs, outputs);
}
