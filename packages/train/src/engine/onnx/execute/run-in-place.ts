import type { OnnxGraph, OnnxValue } from '../../../graph/ir/onnx-graph.ts';
import type { NativeSession, NativeTensor } from '../load-onnxruntime.ts';

const REFUSED: OnnxValue = { name: 'refused', type: 'bfloat16', shape: [] };
const BFLOAT16 = 16;

/**
 * A graph for `runInPlace`. onnxruntime-node 1.16.3 writes results where it is told to, and then makes a copy of each in
 * memory fresh from the system, which for a large image takes as long as the convolution that made it. It makes them in the
 * order of the outputs and throws at the first type that JavaScript has no numbers of: such an output stands before all
 * others.
 */
export function withoutCopies(graph: OnnxGraph): OnnxGraph {
  const zero = { name: 'refused:zero', shape: [], data: Float32Array.of(0) };
  const refusal = {
    type: 'Cast',
    domain: '',
    name: 'refusal',
    inputs: [zero.name],
    outputs: [REFUSED],
    attributes: { to: { int: BFLOAT16 } },
  };
  return {
    ...graph,
    nodes: [refusal, ...graph.nodes],
    outputs: [REFUSED, ...graph.outputs],
    constants: [...graph.constants, zero],
  };
}

/** Runs a graph that `withoutCopies` made. Its outputs are in `results` afterwards, by name. */
export function runInPlace(
  session: NativeSession,
  inputs: Readonly<Record<string, NativeTensor>>,
  results: Readonly<Record<string, NativeTensor>>,
): void {
  try {
    session.run(inputs, { [REFUSED.name]: null, ...results }, {});
  } catch (error) {
    const isRefusal =
      error instanceof Error && error.message.startsWith(`Tensor type (${BFLOAT16})`);
    if (!isRefusal) throw error;
  }
}
