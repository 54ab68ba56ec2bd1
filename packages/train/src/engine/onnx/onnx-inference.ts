import { compileInference, type InferenceGraph } from '../../compile/compile-inference.ts';
import { takesFeatures } from '../../model/input-shape.ts';
import type { LayerOutput, Predictor } from '../contract/predictor.ts';
import { inputTensor } from './image-tensor.ts';
import { keepRecent } from './keep-recent.ts';
import type { Onnxruntime } from './runtime/start-onnxruntime.ts';
import type { OnnxModel } from './onnx-model.ts';
import { createRunner, type OnnxRunner } from './runtime/onnx-runner.ts';
import type { StateValues } from './state-values.ts';
import { elementCount } from '../../tensor/element-count.ts';

export interface OnnxInferenceOptions {
  readonly threads: number;
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

interface LoadedGraph {
  readonly outputs: InferenceGraph['outputs'];
  readonly run: OnnxRunner;
}

/**
 * The number of images, or rows of features, in one run. The activations of few images fit the caches of the processor: EfficientNet-Lite0
 * takes a tenth longer for an image with 32 images than with 8.
 */
const CHUNK = { images: 8, features: 32 };

/** The number of graphs in the cache. There is one graph for each set of layers. */
const GRAPHS = 4;

/** Computes outputs of layers on onnxruntime. Compiles one graph for each set of layers. */
export function onnxInference(
  onnxruntime: Onnxruntime,
  model: OnnxModel,
  { threads, values }: OnnxInferenceOptions,
): OnnxInference {
  const last = model.layers.at(-1)!.name; // a model has a layer
  const graphs = keepRecent<LoadedGraph>(GRAPHS);
  const graphFor = (names: readonly string[]): LoadedGraph =>
    graphs.get(JSON.stringify(names), () => {
      const numbers = (name: string): Float32Array => values().get(name)!.data; // all weights are there
      const { file, outputs } = compileInference(model.layers, {
        ...model,
        numbers,
        outputs: names,
      });
      const results = [...outputs.values()].map(({ name }) => name);
      return { outputs, run: createRunner(onnxruntime, file, { outputs: results, threads }) };
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
  { outputs, run }: LoadedGraph,
  { images, count, input }: Images,
): ReadonlyMap<string, LayerOutput> {
  const results = new Map(
    [...outputs].map(([layer, { shape }]) => [layer, emptyOutput(count, shape)]),
  );
  const size = images.length / count;
  const atOnce = takesFeatures(input) ? CHUNK.features : CHUNK.images;
  for (let start = 0; start < count; start += atOnce) {
    const chunk = images.subarray(start * size, (start + atOnce) * size);
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
