import type { GradientOptions, LayerAddress, ObjectiveGradient, ObjectiveTerm } from '@sprout/core';
import {
  compileGradient,
  type GradientGraph,
  type GradientGraphOptions,
} from '../../compile/compile-gradient.ts';
import type { LayerList } from '../../model/layers/layer-node.ts';
import type { ModelInput } from '../../model/model-definition.ts';
import { independentOf, withoutActivation } from '../gradient/address-faults.ts';
import { type MeasuredTerm, measuredTerm } from '../gradient/measured-term.ts';
import { floatImages } from './image-tensor.ts';
import { keepRecent } from './keep-recent.ts';
import type { FloatTensor } from './runtime/tensors.ts';
import type { Onnxruntime } from './runtime/start-onnxruntime.ts';
import type { OnnxModel } from './onnx-model.ts';
import { type LoadInferenceOptions, loadPlain, loadWinograd } from './execute/load-inference.ts';
import type { OnnxRunner } from './runtime/onnx-runner.ts';
import { tensor } from './runtime/tensors.ts';
import type { StateValues } from './state-values.ts';

export interface OnnxGradientOptions {
  readonly threads: number;
  readonly channelBlock: number;
  /** The shape of each layer's output for one image, channels last. */
  readonly shapes: ReadonlyMap<string, readonly number[]>;
  readonly values: StateValues;
}

/** Computes gradients of objectives by compiled graphs. */
export interface OnnxGradient {
  readonly gradient: (
    images: Uint8Array | Float32Array,
    options: GradientOptions,
  ) => Promise<ObjectiveGradient>;
  /** Drops all graphs and weights. */
  readonly clear: () => void;
}

/** The options that a graph depends on. */
type GradientForm = Pick<
  GradientGraphOptions,
  'terms' | 'wrt' | 'count' | 'outputs' | 'rectifiers'
>;

/** A loaded graph; both are `undefined` where the objective does not depend on the layer `wrt`. */
interface LoadedGradient {
  readonly graph: GradientGraph | undefined;
  readonly run: OnnxRunner | undefined;
}

/**
 * The number of graphs in the cache. There is one graph for each form of objective, layer `wrt`, rule for rectifiers and number
 * of images. Each graph has its own copies of the weights: for VGG16, 140 MB, and 240 MB more with Winograd's convolutions.
 */
const GRAPHS = 2;

/** Computes gradients of objectives on onnxruntime. */
export function onnxGradient(
  onnxruntime: Onnxruntime,
  model: OnnxModel<ModelInput>,
  { threads, channelBlock, shapes, values }: OnnxGradientOptions,
): OnnxGradient {
  const { layers, input } = model;
  const graphs = keepRecent<LoadedGradient>(GRAPHS);
  const numbers = (name: string): Float32Array => values.get(name)!.data; // all weights are there
  const load = (form: GradientForm): LoadedGradient =>
    graphs.get(JSON.stringify(form), () => {
      const compile = (block: number): GradientGraph | undefined =>
        compileGradient(layers, { ...model, ...form, numbers, channelBlock: block });
      const options = { threads, channelBlock, batch: form.count };
      return loadGradient(onnxruntime, compile, options);
    });
  return {
    gradient: async (images, { count, objective, wrt, outputs: wanted = [], rectifiers }) => {
      const measured = objective.map((term) => measuredLayer(term, { layers, shapes }));
      const terms = measured.map(({ layer, form }) => ({ layer, form }));
      const outputs = wanted.map((address) => nodeOf(layers, address));
      const target = wrt && nodeOf(layers, wrt);
      const { graph, run } = load({ terms, wrt: target, count, outputs, rectifiers });
      if (graph === undefined || run === undefined) throw independentOf(wrt!); // every objective depends on the images
      const results = run({
        images: floatImages(images, input),
        ...termInputs(measured),
      });
      const outputShapes = outputs.map((name) => [count, ...shapes.get(name)!]); // each layer has a shape
      return gradientOf(results, graph, outputShapes);
    },
    clear: () => {
      graphs.clear();
      values.clear();
    },
  };
}

/**
 * Loads a gradient with Winograd's convolutions, or without where it has none. The graph for them has convolutions in NCHW, which
 * onnxruntime itself brings to NCHWc, since all filters are constants.
 */
function loadGradient(
  onnxruntime: Onnxruntime,
  compile: (channelBlock: number) => GradientGraph | undefined,
  options: LoadInferenceOptions,
): LoadedGradient {
  const plain = compile(1);
  const winograd = plain && loadWinograd(onnxruntime, plain.graph, options);
  if (winograd !== undefined) return { graph: plain, run: winograd.run };
  const graph = compile(options.channelBlock);
  return { graph, run: graph && loadPlain(onnxruntime, graph.graph, options).run };
}

/** The results of a graph. The arrays are those of the graph's outputs, not copies. */
function gradientOf(
  results: ReturnType<OnnxRunner>,
  { shape }: GradientGraph,
  outputShapes: readonly (readonly number[])[],
): ObjectiveGradient {
  const dataOf = (name: string): Float32Array => results[name]!.data; // the graph has these outputs
  return {
    values: dataOf('values'),
    shape,
    gradient: dataOf('gradient'),
    outputs: outputShapes.map((each, at) => ({ shape: each, data: dataOf(`output:${at}`) })),
  };
}

/** A term, the layer that it measures, and the shape of that layer's output. */
type MeasuredLayer = MeasuredTerm & { readonly layer: string; readonly shape: readonly number[] };

function measuredLayer(
  term: ObjectiveTerm,
  {
    layers,
    shapes,
  }: { readonly layers: LayerList; readonly shapes: OnnxGradientOptions['shapes'] },
): MeasuredLayer {
  const layer = nodeOf(layers, term);
  const shape = shapes.get(layer)!; // each layer has a shape
  return { layer, shape, ...measuredTerm(term, shape) };
}

/** The name of a node of the layer list. @throws {SproutError} `option-invalid` where a layer has no activation. */
function nodeOf(layers: LayerList, { layer, beforeActivation = false }: LayerAddress): string {
  if (!beforeActivation) return layer;
  const node = layers.find(({ name }) => name === layer);
  if (node?.kind !== 'Activation') throw withoutActivation(layer);
  return node.inputs[0]!; // an activation has one input
}

/** The factors of terms as inputs of the graph, with the names and shapes of `TermForm`. */
function termInputs(terms: readonly MeasuredLayer[]): Record<string, FloatTensor> {
  const inputs: Record<string, FloatTensor> = {};
  for (const [index, term] of terms.entries()) {
    if (term.form !== 'linear') {
      inputs[`factor:${index}`] = tensor(Float32Array.of(term.factor), []);
      continue;
    }
    const { shape, channels, positions } = term;
    const [height, width] = shape;
    const isImage = shape.length === 3 && height !== undefined && width !== undefined;
    const dims = [1, channels.length, ...(isImage ? [1, 1] : [])];
    inputs[`channels:${index}`] = tensor(channels, dims);
    if (isImage) inputs[`positions:${index}`] = tensor(positions, [1, 1, height, width]);
  }
  return inputs;
}
