import { ELEMENT_TYPES, type OnnxGraph, type OnnxValue } from '../../../graph/ir/onnx-graph.ts';
import type { NativeSession } from '../runtime/load-onnxruntime.ts';
import type { Tensors } from './executor.ts';

const REFUSED: OnnxValue = { name: 'refused', type: 'bfloat16', shape: [] };
/** The start of the message with which onnxruntime-node refuses an output of this type. */
const REFUSAL = `Tensor type (${ELEMENT_TYPES.bfloat16})`;

/**
 * A graph for `runInPlace`, with a first output that onnxruntime-node refuses. onnxruntime-node 1.16.3 writes outputs to the
 * tensors that it is given, and then copies each output to fresh memory all the same; for a large image that takes as long
 * as the convolution that made it. It copies in the order of the outputs and throws at the first output whose type has no
 * JavaScript array, here bfloat16. So nothing is copied.
 */
export function withoutCopies(graph: OnnxGraph): OnnxGraph {
  const zero = { name: 'refused:zero', shape: [], data: Float32Array.of(0) };
  const refusal = {
    type: 'Cast',
    domain: '',
    name: 'refusal',
    inputs: [zero.name],
    outputs: [REFUSED],
    attributes: { to: { int: ELEMENT_TYPES.bfloat16 } },
  };
  return {
    ...graph,
    nodes: [refusal, ...graph.nodes],
    outputs: [REFUSED, ...graph.outputs],
    constants: [...graph.constants, zero],
  };
}

/** Runs a graph that `withoutCopies` made. Writes its outputs to `outputs`, by name. */
export function runInPlace(session: NativeSession, inputs: Tensors, outputs: Tensors): void {
  try {
    session.run(inputs, { [REFUSED.name]: null, ...outputs }, {});
  } catch (error) {
    const isRefusal = error instanceof Error && error.message.startsWith(REFUSAL);
    if (!isRefusal) throw error;
  }
}
