import type { ModelInput } from '../model/model-definition.ts';
import { encodeOnnx } from '../graph/write/onnx-writer.ts';
import { GraphBuilder } from '../graph/ir/graph-builder.ts';
import { emitLayers } from './emit-layers.ts';
import type { LayerList } from '../model/layers/layer-node.ts';
import { imageInput } from './input/model-ends.ts';
import type { WeightLayout } from './layer/weight-layout.ts';

export interface InferenceGraphOptions {
  readonly input: ModelInput;
  readonly weights: readonly WeightLayout[];
  /** A weight's numbers in the graph's layout; referenced until this returns. */
  readonly numbers: (name: string) => Float32Array;
}

/**
 * A model in inference mode as an ONNX file, its weights inside: `images` (bytes, `[batch, height, width, channels]`, any
 * number of them) to `output`.
 *
 * @throws {SproutError} `model-unsupported`, naming the layer.
 */
export function compileInference(
  layers: LayerList,
  { input, weights, numbers }: InferenceGraphOptions,
): Uint8Array {
  const graph = new GraphBuilder();
  const { images, interleaved } = imageInput(graph, layers, { input, batch: 'batch' });
  const { output } = emitLayers(graph, layers, {
    images,
    interleaved,
    differentiable: false,
    weights,
    weightValue: ({ name, shape }) => graph.constant(name, shape, numbers(name)),
  });
  graph.output('output', output);
  return encodeOnnx(graph.finish('inference'));
}
