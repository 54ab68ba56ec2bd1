import { encodeOnnx } from '../graph/write/onnx-writer.ts';
import { GraphBuilder } from '../graph/ir/graph-builder.ts';
import type { LayerList } from '../model/layers/layer-node.ts';
import type { ModelInput } from '../model/model-definition.ts';
import { emitLayers } from './emit/emit-layers.ts';
import { imageInput } from './input/image-input.ts';
import { channelsLast } from './layer/channels-last.ts';
import type { WeightLayout } from './layer/weight-layout.ts';
import { selectLayers } from './select-layers.ts';

export interface InferenceOptions {
  readonly input: ModelInput;
  readonly weights: readonly WeightLayout[];
  /** The numbers of a weight in the layout of graphs; referenced until this returns. */
  readonly numbers: (name: string) => Float32Array;
  /** The names of the layers whose outputs are computed; the last layer by default. */
  readonly outputs?: readonly string[];
}

/** A model in mode `infer`, as an ONNX file. */
export interface InferenceGraph {
  readonly file: Uint8Array;
  /** For each layer asked for, the name of the graph's output, and its shape for one image, channels last. */
  readonly outputs: ReadonlyMap<string, InferenceOutput>;
}

export interface InferenceOutput {
  readonly name: string;
  readonly shape: readonly number[];
}

/**
 * Compiles a model in mode `infer` with its weights inside, so that onnxruntime can fold them: from `images` (bytes,
 * `[batch, height, width, channels]`, any number of them) to the outputs of layers.
 *
 * @throws {SproutError} `model-unsupported`, naming the layer.
 */
export function compileInference(
  layers: LayerList,
  { input, weights, numbers, outputs: asked = [layers.at(-1)!.name] }: InferenceOptions, // a model has a layer
): InferenceGraph {
  const graph = new GraphBuilder();
  const names = new Set(asked);
  const selected = selectLayers(layers, names);
  const mayInterleave = !names.has(layers[0]!.name); // likewise
  const given = imageInput(graph, selected, { input, batch: 'batch', mayInterleave });
  const emitted = emitLayers(graph, selected, {
    ...given,
    mode: 'infer',
    weights,
    weightValue: ({ name, shape }) => graph.constant(name, shape, numbers(name)),
  });
  const outputs = new Map<string, InferenceOutput>();
  for (const [index, layer] of [...names].entries()) {
    const name = index === 0 ? 'output' : `output${index + 1}`;
    const value = channelsLast(graph, emitted.outputs.get(layer)!); // all names are in the list
    graph.output(name, value);
    outputs.set(layer, { name, shape: value.shape.slice(1).map(Number) });
  }
  return { file: encodeOnnx(graph.finish('inference')), outputs };
}
