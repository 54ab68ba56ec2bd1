import { GraphBuilder } from '../graph/ir/graph-builder.ts';
import type { OnnxGraph } from '../graph/ir/onnx-graph.ts';
import type { LayerList } from '../model/layers/layer-node.ts';
import type { FeatureInput, ModelInput } from '../model/model-definition.ts';
import { emitLayers } from './emit/emit-layers.ts';
import { modelInput } from './input/model-input.ts';
import { channelsLast } from '../graph/emit/image-layout.ts';
import type { WeightLayout } from './parts/weight-layout.ts';
import { selectLayers } from './select-layers.ts';

export interface InferenceOptions {
  readonly input: ModelInput | FeatureInput;
  readonly weights: readonly WeightLayout[];
  /** The numbers of a weight in the layout of graphs; referenced until this returns. */
  readonly numbers: (name: string) => Float32Array;
  /** The names of the layers whose outputs are computed; the last layer by default. */
  readonly outputs?: readonly string[];
  /** The name of the graph's first output; `output` by default. */
  readonly outputName?: string;
}

/** A model in mode `infer`. */
export interface InferenceGraph {
  readonly graph: OnnxGraph;
  /** By the name of each requested layer: the name of the graph's output, and its shape for one image, channels last. */
  readonly outputs: ReadonlyMap<string, InferenceOutput>;
}

export interface InferenceOutput {
  readonly name: string;
  readonly shape: readonly number[];
}

/**
 * Compiles a model in mode `infer` with its weights as constants, so that onnxruntime can fold them. Input: `images` (bytes,
 * `[batch, height, width, channels]`, or features; a batch of any size). Outputs: those of `outputs`.
 *
 * @throws {SproutError} `model-unsupported`, naming the layer.
 */
export function compileInference(
  layers: LayerList,
  {
    input,
    weights,
    numbers,
    outputs: requested = [layers.at(-1)!.name], // a model has a layer
    outputName = 'output',
  }: InferenceOptions,
): InferenceGraph {
  const graph = new GraphBuilder();
  const names = new Set(requested);
  const selected = selectLayers(layers, names);
  const mayBeChannelsLast = !names.has(layers[0]!.name); // a model has a layer
  const given = modelInput(graph, selected, { input, batch: 'batch', mayBeChannelsLast });
  const emitted = emitLayers(graph, selected, {
    ...given,
    mode: 'infer',
    weights,
    weightValue: ({ name, shape }) => graph.constant(name, shape, numbers(name)),
  });
  const outputs = new Map<string, InferenceOutput>();
  for (const [index, layer] of [...names].entries()) {
    const name = index === 0 ? outputName : `output${index + 1}`;
    const value = channelsLast(graph, emitted.outputs.get(layer)!); // all named layers are emitted
    graph.output(name, value);
    outputs.set(layer, { name, shape: value.shape.slice(1).map(Number) });
  }
  return { graph: graph.finish('inference'), outputs };
}
