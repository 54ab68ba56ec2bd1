import { BRANCH, branchGraph, inputName, outputName } from '../../../graph/pass/branch-graph.ts';
import type { OnnxGraph, OnnxValue } from '../../../graph/ir/onnx-graph.ts';
import { encodeOnnx } from '../../../graph/write/onnx-writer.ts';
import type { NativeTensor, Onnxruntime } from '../runtime/load-onnxruntime.ts';
import { loadSession } from '../runtime/load-session.ts';
import type { Workspace } from './create-workspace.ts';
import type { Executor, Tensors } from './executor.ts';
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
): Executor[] {
  const whole = withoutCopies(branchGraph('partitions', graphs));
  const session = loadSession(onnxruntime, encodeOnnx(whole), { threads });
  const inputs = new Map(
    graphs.flatMap((graph) => graph.inputs.map((input) => [input.name, input])),
  );
  const inputsFrom = tensorsOf([...inputs.values()], inputName);
  return graphs.map(({ outputs }, index) => {
    const branch: NativeTensor = { type: 'int64', dims: [], data: BigInt64Array.of(BigInt(index)) };
    const outputsFrom = tensorsOf(outputs, outputName);
    return (given, results) => {
      runInPlace(session, { ...inputsFrom(given), [BRANCH]: branch }, outputsFrom(results));
    };
  });

  /** Returns a function that collects the tensors of values: from the workspace, or from the caller for values outside it. */
  function tensorsOf(
    values: readonly OnnxValue[],
    rename: (name: string) => string,
  ): (given: Tensors) => Record<string, NativeTensor> {
    const known = values.map(
      (value) => [rename(value.name), value.name, workspace.tensorOf(value)] as const,
    );
    return (given) =>
      Object.fromEntries(known.map(([name, own, tensor]) => [name, tensor ?? given[own]!])); // all inputs and outputs are given
  }
}
