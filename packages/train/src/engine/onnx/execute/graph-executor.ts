import { directOutputs } from '../../../graph/pass/direct-outputs.ts';
import type { OnnxGraph, OnnxValue } from '../../../graph/ir/onnx-graph.ts';
import { encodeOnnx } from '../../../graph/write/onnx-writer.ts';
import type { Onnxruntime } from '../runtime/start-onnxruntime.ts';
import type { NativeTensor, Tensors } from '../runtime/tensors.ts';
import type { Workspace } from './create-workspace.ts';
import type { Executor } from './executor.ts';

export interface GraphExecutorOptions {
  readonly workspace: Workspace;
  readonly threads: number;
}

/** Loads a subgraph of a partitioned graph as a session of onnxruntime that reads and writes the workspace. */
export function graphExecutor(
  onnxruntime: Onnxruntime,
  graph: OnnxGraph,
  { workspace, threads }: GraphExecutorOptions,
): Executor {
  const session = onnxruntime.open(encodeOnnx(directOutputs(graph)), {
    threads,
    isOneOfMany: true,
  });
  const inputsFrom = tensorsOf(graph.inputs);
  const outputsFrom = tensorsOf(graph.outputs);
  return (inputs, outputs) => session.runInto(inputsFrom(inputs), outputsFrom(outputs));

  /** Returns a function that collects the tensors of values: from the workspace, or from the caller for values outside it. */
  function tensorsOf(values: readonly OnnxValue[]): (given: Tensors) => Tensors {
    const known = values.map((value) => [value.name, workspace.tensorOf(value)] as const);
    return (given) =>
      Object.fromEntries(
        known.map(([name, tensor]): [string, NativeTensor] => [name, tensor ?? given[name]!]), // all inputs and outputs are given
      );
  }
}
