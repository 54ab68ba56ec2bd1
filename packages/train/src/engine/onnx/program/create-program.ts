import type { OnnxGraph } from '../../../graph/onnx-graph.ts';
import { stageGraph } from '../../../graph/staged-graph.ts';
import type { Onnxruntime } from '../load-onnxruntime.ts';
import { createHeap } from './create-heap.ts';
import { graphSteps } from './graph-steps.ts';
import { instantiateKernels, KERNELS_END } from './instantiate-kernels.ts';
import { kernelStep } from './kernel-step.ts';
import type { Tensors } from './step.ts';

/** A loaded graph: takes all inputs, and writes all outputs, by name, at once. */
export type Program = (inputs: Tensors, outputs: Tensors) => void;

/** Room for the parameters of any kernel, in bytes. */
const PARAMETERS = 64;

/**
 * Loads a graph. Its kernels, if it has any, run between sessions of onnxruntime, all on one memory; `undefined` where the graph does not
 * fit there. Memory and sessions go when the program is no longer referenced.
 */
export function createProgram(
  onnxruntime: Onnxruntime,
  graph: OnnxGraph,
  { threads }: { readonly threads: number },
): Program | undefined {
  const staged = stageGraph(graph);
  const heap = createHeap(staged, KERNELS_END + staged.stages.length * PARAMETERS);
  if (heap === undefined) return undefined;
  const kernels = instantiateKernels(heap.memory);
  const graphs = staged.stages.flatMap((stage) => ('graph' in stage ? stage.graph : []));
  const sessions = graphSteps(onnxruntime, graphs, { heap, threads }).values();
  const steps = staged.stages.map((stage, index) => {
    const parameters = KERNELS_END + index * PARAMETERS;
    return 'kernel' in stage
      ? kernelStep(stage.kernel, { kernels, heap, parameters })
      : sessions.next().value!; // one for each graph, in order
  });
  const uploads = graph.inputs.flatMap((input) => {
    const place = heap.tensorOf(input)?.data;
    return place instanceof Float32Array ? [{ name: input.name, place }] : [];
  });
  return (inputs, outputs) => {
    for (const { name, place } of uploads) place.set(inputs[name]!.data as Float32Array); // all inputs are given; kernels take floats
    for (const step of steps) step(inputs, outputs);
  };
}
