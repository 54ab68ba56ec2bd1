import type { ModelInput } from '../model/model-definition.ts';
import { encodeOnnx } from '../graph/onnx-writer.ts';
import { GraphBuilder } from '../graph/graph-builder.ts';
import { emitLayers } from './emit-layers.ts';
import type { LayerList } from './layer-node.ts';
import { imageInput } from './model-ends.ts';
import type { WeightLayout } from './weight-layout.ts';

export interface InferenceGraphOptions {
  readonly input: ModelInput;
  readonly weights: readonly WeightLayout[];
  /** A weight's numbers in the graph's layout; referenced until this returns. */
  readonly numbers: (name: string) => Float32Array;
}

/** A model as an ONNX file, its weights inside: `images` (any number of them) to `output`. */
export interface InferenceGraph {
  readonly file: Uint8Array;
  /** `images` is `[batch, height, width, channels]`, otherwise `[batch, channels, height, width]`. */
  readonly interleaved: boolean;
}

/**
 * Compiles a model in inference mode.
 *
 * @throws {SproutError} `model-unsupported`, naming the layer.
 */
export function compileInference(
  layers: LayerList,
  { input, weights, numbers }: InferenceGraphOptions,
): InferenceGraph {
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
  return { file: encodeOnnx(graph.finish('inference')), interleaved };
}
