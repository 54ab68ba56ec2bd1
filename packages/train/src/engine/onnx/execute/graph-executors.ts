import { branchGraph, outputName } from '../../../graph/pass/branch-graph.ts';
import { directOutputs } from '../../../graph/pass/direct-outputs.ts';
import type { OnnxGraph, OnnxValue } from '../../../graph/ir/onnx-graph.ts';
import type { Sizes } from '../../../graph/ir/sizes.ts';
import { encodeOnnx } from '../../../graph/write/onnx-writer.ts';
import type { NativeTensor, Onnxruntime } from '../runtime/load-onnxruntime.ts';
import { loadSession } from '../runtime/load-session.ts';
import type { Workspace } from './create-workspace.ts';
import type { PartitionExecutor, Tensors } from './executor.ts';
import { runInPlace, withoutCopies } from './run-in-place.ts';

export interface GraphExecutorsOptions {
  readonly workspace: Workspace;
  readonly threads: number;
}

/**
 * Loads the subgraphs of a partitioned graph as branches of one session of onnxruntime, which reads and writes the workspace
 * without copies.
 *
 * @returns One executor for each graph, in order.
 */
export function graphExecutors(
  onnxruntime: Onnxruntime,
  graphs: readonly OnnxGraph[],
  { workspace, threads }: GraphExecutorsOptions,
): PartitionExecutor[] {
  const { graph, branches } = branchGraph('partitions', graphs.map(directOutputs));
  const file = encodeOnnx(withoutCopies(graph));
  const session = loadSession(onnxruntime, file, { threads });
  const unused = Object.fromEntries(graph.inputs.map((input) => [input.name, placeholder(input)]));
  return graphs.map(({ inputs, outputs }, index) => {
    const { selectors, slots } = branches[index]!; // a branch for each graph
    const selected = Object.entries(selectors).map(([name, data]): [string, NativeTensor] => [
      name,
      { type: 'int64', dims: [], data: BigInt64Array.of(data) },
    ]);
    const always = { ...unused, ...Object.fromEntries(selected) };
    const inputsFrom = tensorsOf(inputs, (name) => slots.get(name)!); // each input has a slot
    const outputsFrom = tensorsOf(outputs, outputName);
    return (given, results, sizes) => {
      runInPlace(session, { ...always, ...inputsFrom(given, sizes) }, outputsFrom(results, sizes));
    };
  });

  /** Returns a function that collects the tensors of values: from the workspace, or from the caller for values outside it. */
  function tensorsOf(
    values: readonly OnnxValue[],
    rename: (name: string) => string,
  ): (given: Tensors, sizes: Sizes) => Record<string, NativeTensor> {
    const known = values.map((value) => {
      const tensor = workspace.tensorOf(value);
      const isFixed = value.shape.every((dimension) => typeof dimension === 'number');
      const sized = (sizes: Sizes): NativeTensor | undefined =>
        tensor === undefined || isFixed ? tensor : workspace.tensorOf(value, sizes);
      return { name: rename(value.name), own: value.name, sized };
    });
    return (given, sizes) =>
      Object.fromEntries(known.map(({ name, own, sized }) => [name, sized(sizes) ?? given[own]!])); // all inputs and outputs are given
  }
}

/** A tensor for a slot that a branch does not read. */
function placeholder({ type, shape }: OnnxValue): NativeTensor {
  const dims = shape.map(() => 1);
  if (type === 'float32') return { type, dims, data: new Float32Array(1) };
  if (type === 'int64') return { type, dims, data: new BigInt64Array(1) };
  return { type: type === 'bool' ? 'bool' : 'uint8', dims, data: new Uint8Array(1) };
}
