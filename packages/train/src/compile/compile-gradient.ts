import type { RectifierGradient } from '@sprout/core';
import { GraphBuilder, type GraphBuilderOptions } from '../graph/ir/graph-builder.ts';
import type { OnnxGraph } from '../graph/ir/onnx-graph.ts';
import type { LayerList } from '../model/layers/layer-node.ts';
import type { ModelInput } from '../model/model-definition.ts';
import { emitLayers } from './emit/emit-layers.ts';
import { imageInput } from './input/image-input.ts';
import { channelsLast } from '../graph/emit/image-layout.ts';
import type { WeightLayout } from './parts/weight-layout.ts';
import { emitObjective, type TermForm } from './objective/emit-objective.ts';
import { selectLayers } from './select-layers.ts';

export interface GradientGraphOptions extends GraphBuilderOptions {
  readonly input: ModelInput;
  readonly weights: readonly WeightLayout[];
  /** The numbers of a weight in the layout of graphs; referenced by the graph. */
  readonly numbers: (name: string) => Float32Array;
  readonly terms: readonly TermForm[];
  /** The gradient is with respect to the output of this layer; with respect to the images where it is `undefined`. */
  readonly wrt: string | undefined;
  /** The number of images. */
  readonly count: number;
  /** The names of the layers whose outputs are outputs of the graph; none by default. */
  readonly outputs?: readonly string[];
  /** The rule for the gradients of rectifiers; `exact` by default. */
  readonly rectifiers?: RectifierGradient | undefined;
}

/**
 * The gradient of an objective. Inputs: `images` (floats, `[count, height, width, channels]`, 0 to 255), and the
 * numbers of the terms as in `TermForm`. Outputs: `values`, `[count]`, `gradient`, and `output:<index>` for each layer in
 * `outputs`, all channels last.
 */
export interface GradientGraph {
  readonly graph: OnnxGraph;
  /** The shape of the gradient. */
  readonly shape: readonly number[];
}

/**
 * Compiles an objective and its gradient in mode `infer`, for one number of images. Weights are constants, so that onnxruntime
 * arranges them for its convolutions when it loads the graph.
 *
 * @returns `undefined` where the objective does not depend on `wrt`.
 * @throws {SproutError} `model-unsupported`, naming the layer.
 */
export function compileGradient(
  layers: LayerList,
  { input, weights, numbers, terms, wrt, count, outputs = [], ...options }: GradientGraphOptions,
): GradientGraph | undefined {
  const graph = new GraphBuilder(options);
  const first = layers[0]!.name; // a model has a layer
  const target = wrt ?? first;
  const selected = selectLayers(layers, new Set([...terms.map(({ layer }) => layer), ...outputs]));
  const given = imageInput(graph, selected, {
    input,
    batch: count,
    type: 'float32',
    mayBeChannelsLast: false,
  });
  const emitted = emitLayers(graph, selected, {
    ...given,
    mode: 'infer',
    rectifiers: options.rectifiers,
    wrt: { weights: new Set(), layers: new Set([target]) },
    weights,
    weightValue: ({ name, shape }) => graph.constant(name, shape, numbers(name)),
  });
  const { values, outputGradients } = emitObjective(graph, terms, emitted.outputs);
  const found = emitted.backward(outputGradients).layers.get(target);
  if (found === undefined) return undefined;
  const gradient = wrt === undefined ? given.backward(found) : channelsLast(graph, found);
  graph.output('values', values);
  graph.output('gradient', gradient);
  for (const [index, layer] of outputs.entries())
    graph.output(`output:${index}`, channelsLast(graph, emitted.outputs.get(layer)!)); // a selected layer
  return { graph: graph.finish('gradient'), shape: gradient.shape.map(Number) };
}
