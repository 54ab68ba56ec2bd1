import { BRANCH, branchGraph, inputName, outputName } from '../../../graph/pass/branch-graph.ts';
import type { OnnxGraph, OnnxValue } from '../../../graph/ir/onnx-graph.ts';
import { encodeOnnx } from '../../../graph/write/onnx-writer.ts';
import type { NativeTensor, Onnxruntime } from '../load-onnxruntime.ts';
import { loadSession } from '../load-session.ts';
import type { Heap } from './create-heap.ts';
import { runInPlace, withoutCopies } from './run-in-place.ts';
import type { Program, Tensors } from './program.ts';

export interface GraphProgramsOptions {
  readonly heap: Heap;
  readonly threads: number;
}

/** Graphs as branches of one session of onnxruntime, which takes from the heap and writes to it without a copy. */
export function graphPrograms(
  onnxruntime: Onnxruntime,
  graphs: readonly OnnxGraph[],
  { heap, threads }: GraphProgramsOptions,
): Program[] {
  const whole = withoutCopies(branchGraph('program', graphs));
  const session = loadSession(onnxruntime, encodeOnnx(whole), { threads });
  const inputs = new Map(
    graphs.flatMap((graph) => graph.inputs.map((input) => [input.name, input])),
  );
  const givenFrom = tensorsOf([...inputs.values()], inputName);
  return graphs.map(({ outputs }, index) => {
    const branch: NativeTensor = { type: 'int64', dims: [], data: BigInt64Array.of(BigInt(index)) };
    const resultsIn = tensorsOf(outputs, outputName);
    return (given, results) => {
      runInPlace(session, { ...givenFrom(given), [BRANCH]: branch }, resultsIn(results));
    };
  });

  /** Tensors on the heap; those that have no place there are the caller's. */
  function tensorsOf(
    values: readonly OnnxValue[],
    rename: (name: string) => string,
  ): (given: Tensors) => Record<string, NativeTensor> {
    const placed = values.map(
      (value) => [rename(value.name), value.name, heap.tensorOf(value)] as const,
    );
    return (given) =>
      Object.fromEntries(placed.map(([name, own, tensor]) => [name, tensor ?? given[own]!]));
  }
}
