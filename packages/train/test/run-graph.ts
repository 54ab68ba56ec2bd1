import { createRunner } from '../src/engine/onnx/runtime/onnx-runner.ts';
import { tensor } from '../src/engine/onnx/runtime/tensors.ts';
import type { GraphBuilder } from '../src/graph/ir/graph-builder.ts';
import { encodeOnnx } from '../src/graph/write/onnx-writer.ts';
import { onnxruntime } from './onnxruntime-here.ts';

/** Runs a graph on onnxruntime, which must be here. Inputs are floats by name, in the shapes of the graph. */
export function runGraph(
  builder: GraphBuilder,
  inputs: Readonly<Record<string, readonly number[] | Float32Array>>,
): Record<string, readonly number[]> {
  const graph = builder.finish('test');
  const outputs = graph.outputs.map(({ name }) => name);
  const run = createRunner(onnxruntime!, encodeOnnx(graph), { outputs, threads: 1 }); // tests that call this are skipped without it
  const tensors = graph.inputs.map(({ name, shape }) => {
    const numbers = Float32Array.from(inputs[name] ?? []);
    return [name, tensor(numbers, shape.map(Number))] as const;
  });
  const results = run(Object.fromEntries(tensors));
  return Object.fromEntries(outputs.map((name) => [name, [...results[name]!.data]])); // the graph has these outputs
}
