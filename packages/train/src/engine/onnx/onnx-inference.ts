import { compileInference, type InferenceGraph } from '../../compile/compile-inference.ts';
import { takesFeatures } from '../../model/input-shape.ts';
import type { LayerOutput, Predictor } from '../contract/predictor.ts';
import { inputTensor } from './image-tensor.ts';
import { keepRecent } from './keep-recent.ts';
import type { Onnxruntime } from './runtime/start-onnxruntime.ts';
import type { OnnxModel } from './onnx-model.ts';
import { type LoadedInference, loadInference } from './execute/load-inference.ts';
import type { StateValues } from './state-values.ts';
import { elementCount } from '../../tensor/element-count.ts';

export interface OnnxInferenceOptions {
  readonly threads: number;
  readonly channelBlock: number;
  /** Returns the current weights. */
  readonly values: () => StateValues;
}

/** Computes outputs of layers by graphs with constant weights. */
export interface OnnxInference extends Pick<Predictor, 'predict' | 'outputs'> {
  /** Compiles and loads the graph for `predict`. @throws {SproutError} `model-unsupported`. */
  readonly prepare: () => void;
  /** Drops all graphs, after the weights have changed or before they are freed. */
  readonly clear: () => void;
}

interface LoadedGraph extends LoadedInference {
  readonly outputs: InferenceGraph['outputs'];
}

/**
 * The largest number of images, or rows of features, in one run. The activations of few images fit the caches of the processor:
 * EfficientNet-Lite0 takes a tenth longer for an image with 32 images than with 8.
 */
const CHUNK = { images: 8, features: 32 };

/** The number of graphs in the cache. There is one graph for each set of layers. */
const GRAPHS = 4;

/** Computes outputs of layers on onnxruntime. Compiles one graph for each set of layers. */
export function onnxInference(
  onnxruntime: Onnxruntime,
  model: OnnxModel,
  { values, ...options }: OnnxInferenceOptions,
): OnnxInference {
  const last = model.layers.at(-1)!.name; // a model has a layer
  const graphs = keepRecent<LoadedGraph>(GRAPHS);
  const graphFor = (names: readonly string[]): LoadedGraph =>
    graphs.get(JSON.stringify(names), () => {
      const numbers = (name: string): Float32Array => values().get(name)!.data; // all weights are there
      const { graph, outputs } = compileInference(model.layers, {
        ...model,
        numbers,
        outputs: names,
      });
      const batch = takesFeatures(model.input) ? CHUNK.features : CHUNK.images;
      return { outputs, ...loadInference(onnxruntime, graph, { ...options, batch }) };
    });
  const outputs: Predictor['outputs'] = async (images, count, layers) =>
    runInChunks(graphFor([...new Set(layers)]), { images, count, input: model.input });
  return {
    predict: async (images, count) => (await outputs(images, count, [last])).get(last)!.data, // the requested output
    outputs,
    prepare: () => void graphFor([last]),
    clear: graphs.clear,
  };
}

interface Images {
  readonly images: Uint8Array | Float32Array;
  readonly count: number;
  readonly input: OnnxModel['input'];
}

function runInChunks(
  { outputs, run, batch }: LoadedGraph,
  { images, count, input }: Images,
): ReadonlyMap<string, LayerOutput> {
  const results = new Map(
    [...outputs].map(([layer, { shape }]) => [layer, emptyOutput(count, shape)]),
  );
  const size = images.length / count;
  for (let start = 0; start < count; start += batch) {
    const chunk = images.subarray(start * size, (start + batch) * size);
    const tensors = run({ images: inputTensor(chunk, input) });
    for (const [layer, { name }] of outputs) {
      const { data } = results.get(layer)!; // made from the same map
      data.set(tensors[name]!.data, (start * data.length) / count); // the graph has these outputs
    }
  }
  return results;
}

function emptyOutput(count: number, shape: readonly number[]): LayerOutput {
  const size = count * elementCount(shape);
  return { shape: [count, ...shape], data: new Float32Array(size) };
}
