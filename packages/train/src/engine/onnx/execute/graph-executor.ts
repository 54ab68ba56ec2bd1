import { directOutputs } from '../../../graph/pass/direct-outputs.ts';
import type { OnnxGraph, OnnxValue } from '../../../graph/ir/onnx-graph.ts';
import type { Sizes } from '../../../graph/ir/sizes.ts';
import { encodeOnnx } from '../../../graph/write/onnx-writer.ts';
import type { Onnxruntime } from '../runtime/start-onnxruntime.ts';
import type { NativeTensor, Tensors } from '../runtime/tensors.ts';
import type { Workspace } from './create-workspace.ts';
import type { PartitionExecutor } from './executor.ts';

export interface GraphExecutorOptions {
  readonly workspace: Workspace;
  readonly threads: number;
}

/** Loads a subgraph of a partitioned graph as a session of onnxruntime that reads and writes the workspace. */
export function graphExecutor(
  onnxruntime: Onnxruntime,
  graph: OnnxGraph,
  { workspace, threads }: GraphExecutorOptions,
): PartitionExecutor {
  const session = onnxruntime.open(encodeOnnx(directOutputs(graph)), {
    threads,
    isOneOfMany: true,
  });
  const inputsFrom = tensorsOf(graph.inputs);
  const outputsFrom = tensorsOf(graph.outputs);
  return (inputs, outputs, sizes) =>
    session.runInto(inputsFrom(inputs, sizes), outputsFrom(outputs, sizes));

  /** Returns a function that collects the tensors of values: from the workspace, or from the caller for values outside it. */
  function tensorsOf(values: readonly OnnxValue[]): (given: Tensors, sizes: Sizes) => Tensors {
    const known = values.map((value) => {
      const tensor = workspace.tensorOf(value);
      const isFixed = value.shape.every((dimension) => typeof dimension === 'number');
      const sized = (sizes: Sizes): NativeTensor | undefined =>
        tensor === undefined || isFixed ? tensor : workspace.tensorOf(value, sizes);
      return { name: value.name, sized };
    });
    return (given, sizes) =>
      Object.fromEntries(known.map(({ name, sized }) => [name, sized(sizes) ?? given[name]!])); // all inputs and outputs are given
  }
}
