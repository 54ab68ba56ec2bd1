import type { GradientOptions, LayerAddress, ObjectiveGradient } from '@sprout/core';
import { compileGradient, type GradientGraph } from '../../compile/compile-gradient.ts';
import type { LayerList } from '../../model/layers/layer-node.ts';
import { independentOf, withoutActivation } from '../gradient/address-faults.ts';
import { type MeasuredTerm, measuredTerm } from '../gradient/measured-term.ts';
import { floatImages } from './image-tensor.ts';
import { keepRecent } from './keep-recent.ts';
import type { FloatTensor, Onnxruntime } from './runtime/load-onnxruntime.ts';
import type { OnnxModel } from './onnx-model.ts';
import { createRunner, type OnnxRunner, tensor } from './runtime/onnx-runner.ts';
import type { StateValues } from './state-values.ts';

export interface OnnxGradientOptions {
  readonly threads: number;
  readonly channelBlock: number;
  /** The shape of each layer's output for one image, channels last. */
  readonly shapes: ReadonlyMap<string, readonly number[]>;
  readonly values: StateValues;
}

/** Gradients of objectives by compiled graphs. */
export interface OnnxGradient {
  readonly gradient: (
    images: Uint8Array | Float32Array,
    options: GradientOptions,
  ) => Promise<ObjectiveGradient>;
  /** Drops all graphs and weights. */
  readonly clear: () => void;
}

interface LoadedGradient {
  readonly graph: GradientGraph;
  readonly run: OnnxRunner;
}

/** How many graphs are kept: one for each form of objective, layer of `wrt` and number of images. */
const GRAPHS = 8;

/** Answers gradients of objectives on onnxruntime. */
export function onnxGradient(
  onnxruntime: Onnxruntime,
  model: OnnxModel,
  { threads, channelBlock, shapes, values }: OnnxGradientOptions,
): OnnxGradient {
  const { layers, input } = model;
  const graphs = keepRecent<LoadedGradient>(GRAPHS);
  return {
    gradient: async (images, { count, objective, wrt }) => {
      const measured = objective.map((term) => {
        const layer = nodeOf(layers, term);
        const shape = shapes.get(layer)!; // each layer has one
        return { layer, shape, ...measuredTerm(term, shape) };
      });
      const terms = measured.map(({ layer, form }) => ({ layer, form }));
      const target = wrt && nodeOf(layers, wrt);
      const { graph, run } = graphs.get(JSON.stringify([terms, target, count]), () => {
        const compiled = compileGradient(layers, {
          ...model,
          terms,
          wrt: target,
          count,
          channelBlock,
        });
        if (compiled === undefined) throw independentOf(wrt!); // every objective depends on the images
        const outputs = ['values', 'gradient'];
        return {
          graph: compiled,
          run: createRunner(onnxruntime, compiled.file, { outputs, threads }),
        };
      });
      const results = run({
        images: floatImages(images, input),
        ...Object.fromEntries(graph.weights.map(({ name }) => [name, values.get(name)!])), // all weights are there
        ...termInputs(measured),
      });
      return {
        values: results['values']!.data,
        shape: graph.shape,
        gradient: results['gradient']!.data,
      }; // the graph has these outputs
    },
    clear: () => {
      graphs.clear();
      values.clear();
    },
  };
}

/** The name of a node of the layer list. @throws {SproutError} `option-invalid` where a layer has no activation. */
function nodeOf(layers: LayerList, { layer, beforeActivation = false }: LayerAddress): string {
  if (!beforeActivation) return layer;
  const node = layers.find(({ name }) => name === layer);
  if (node?.kind !== 'Activation') throw withoutActivation(layer);
  return node.inputs[0]!; // an activation has one input
}

/** The numbers of terms as inputs of the graph, as `emitObjective` names and shapes them. */
function termInputs(
  terms: readonly (MeasuredTerm & { readonly shape: readonly number[] })[],
): Record<string, FloatTensor> {
  const inputs: Record<string, FloatTensor> = {};
  for (const [index, term] of terms.entries()) {
    if (term.form === 'square') {
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
