import type { OnnxGraph } from '../../../graph/ir/onnx-graph.ts';
import { encodeOnnx } from '../../../graph/write/onnx-writer.ts';
import type { Onnxruntime } from '../load-onnxruntime.ts';
import { loadSession } from '../load-session.ts';
import type { Program } from './program.ts';
import { runInPlace, withoutCopies } from './run-in-place.ts';

/** Loads a graph without kernels as one session of onnxruntime, which goes when the program is no longer referenced. */
export function plainProgram(
  onnxruntime: Onnxruntime,
  graph: OnnxGraph,
  { threads }: { readonly threads: number },
): Program {
  const session = loadSession(onnxruntime, encodeOnnx(withoutCopies(graph)), { threads });
  return (inputs, outputs) => runInPlace(session, inputs, outputs);
}
