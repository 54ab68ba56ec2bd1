import type { OnnxGraph } from '../../../graph/ir/onnx-graph.ts';
import { stageGraph } from '../../../graph/pass/staged-graph.ts';
import type { Onnxruntime } from '../load-onnxruntime.ts';
import { createHeap } from './create-heap.ts';
import { graphPrograms } from './graph-programs.ts';
import { instantiateKernels, KERNELS_END } from './instantiate-kernels.ts';
import { kernelProgram } from './kernel-program.ts';
import { plainProgram } from './plain-program.ts';
import type { Program } from './program.ts';

/** Room for the parameters of any kernel, in bytes. */
const PARAMETERS = 64;

/**
 * Every run of a stage is given the inputs of all, so that what staging costs grows with the square of their number: a few
 * milliseconds a step at 20, 50 at this many.
 */
const MOST_STAGES = 80;

/**
 * Loads a graph. Kernels, where it has any, run between parts of one session of onnxruntime, on one memory. `undefined`
 * where the graph does not fit there, or has too many stages. Memory and session go when the program is no longer
 * referenced.
 */
export function stagedProgram(
  onnxruntime: Onnxruntime,
  graph: OnnxGraph,
  { threads }: { readonly threads: number },
): Program | undefined {
  const staged = stageGraph(graph);
  const hasKernels = staged.stages.some((stage) => 'kernel' in stage);
  if (!hasKernels) return plainProgram(onnxruntime, graph, { threads });
  if (staged.stages.length > MOST_STAGES) return undefined;
  const heap = createHeap(staged, KERNELS_END + staged.stages.length * PARAMETERS);
  if (heap === undefined) return undefined;
  const kernels = instantiateKernels(heap.memory);
  const graphs = staged.stages.flatMap((stage) => ('graph' in stage ? stage.graph : []));
  const sessions = graphPrograms(onnxruntime, graphs, { heap, threads }).values();
  const programs = staged.stages.map((stage, index) => {
    const parameters = KERNELS_END + index * PARAMETERS;
    return 'kernel' in stage
      ? kernelProgram(stage.kernel, {
          kernels,
          heap,
          parameters: [parameters, PARAMETERS],
        })
      : sessions.next().value!; // one for each graph, in order
  });
  const uploads = graph.inputs.flatMap((input) => {
    const place = heap.tensorOf(input)?.data;
    return place instanceof Float32Array ? [{ name: input.name, place }] : [];
  });
  return (inputs, outputs) => {
    for (const { name, place } of uploads) place.set(inputs[name]!.data as Float32Array); // all inputs are given; kernels take floats
    for (const program of programs) program(inputs, outputs);
  };
}
