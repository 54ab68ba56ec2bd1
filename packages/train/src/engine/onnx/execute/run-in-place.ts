import { ELEMENT_TYPES, type OnnxGraph, type OnnxValue } from '../../../graph/ir/onnx-graph.ts';
import type { NativeSession } from '../runtime/load-onnxruntime.ts';
import type { Tensors } from './executor.ts';

const REFUSED: OnnxValue = { name: 'refused', type: 'bfloat16', shape: [] };
/** The start of the error message of onnxruntime-node for an output of this type. */
const REFUSAL = `Tensor type (${ELEMENT_TYPES.bfloat16})`;

/**
 * Prepares a graph for `runInPlace`: adds a first output of type bfloat16. onnxruntime-node 1.16.3 writes outputs to the given
 * tensors, and then copies each output to new memory all the same, which for a large image takes as long as a convolution. It
 * copies in the order of the outputs, and throws at the first output whose type has no JavaScript array. With a first output of
 * such a type, it copies nothing.
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

/** Runs a graph that `withoutCopies` prepared. Writes its outputs to the tensors `outputs`, by name. */
export function runInPlace(session: NativeSession, inputs: Tensors, outputs: Tensors): void {
  try {
    session.run(inputs, { [REFUSED.name]: null, ...outputs }, {});
  } catch (error) {
    const isRefusal = error instanceof Error && error.message.startsWith(REFUSAL);
    if (!isRefusal) throw error;
  }
}
