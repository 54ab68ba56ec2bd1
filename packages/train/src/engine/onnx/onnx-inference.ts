import { compileInference, type InferenceGraph } from '../../compile/compile-inference.ts';
import type { ModelInput } from '../../model/model-definition.ts';
import type { LayerOutput, Predictor } from '../contract/predictor.ts';
import { byteImages } from './image-tensor.ts';
import { keepRecent } from './keep-recent.ts';
import type { Onnxruntime } from './runtime/load-onnxruntime.ts';
import type { OnnxModel } from './onnx-model.ts';
import { createRunner, type OnnxRunner } from './runtime/onnx-runner.ts';
import type { StateValues } from './state-values.ts';

export interface OnnxInferenceOptions {
  readonly threads: number;
  /** The weights now. */
  readonly values: () => StateValues;
}

/** Outputs of layers by graphs with the weights inside. */
export interface OnnxInference extends Pick<Predictor, 'predict' | 'outputs'> {
  /** Compiles and loads the graph for `predict`. @throws {SproutError} `model-unsupported`. */
  readonly prepare: () => void;
  /** Drops all graphs: the weights have changed, or are not used any more. */
  readonly clear: () => void;
}

interface LoadedGraph {
  readonly outputs: InferenceGraph['outputs'];
  readonly run: OnnxRunner;
}

/** The number of images in one run. */
const CHUNK = 32;

/** How many sets of layers keep their graph. */
const GRAPHS = 4;

/** Answers outputs of layers on onnxruntime; compiles one graph for each set of layers. */
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
    predict: async (images, count) => (await outputs(images, count, [last])).get(last)!.data, // asked for
    outputs,
    prepare: () => void graphFor([last]),
    clear: graphs.clear,
  };
}

interface Images {
  readonly images: Uint8Array;
  readonly count: number;
  readonly input: ModelInput;
}

function runInChunks(
  { outputs, run }: LoadedGraph,
  { images, count, input }: Images,
): ReadonlyMap<string, LayerOutput> {
  const results = new Map(
    [...outputs].map(([layer, { shape }]) => [layer, emptyOutput(count, shape)]),
  );
  const size = images.length / count;
  for (let start = 0; start < count; start += CHUNK) {
    const chunk = images.subarray(start * size, (start + CHUNK) * size);
    const tensors = run({ images: byteImages(chunk, input) });
    for (const [layer, { name }] of outputs) {
      const { data } = results.get(layer)!; // made of the same map
      data.set(tensors[name]!.data, (start * data.length) / count); // the graph has these outputs
    }
  }
  return results;
}

function emptyOutput(count: number, shape: readonly number[]): LayerOutput {
  const size = shape.reduce((product, length) => product * length, count);
  return { shape: [count, ...shape], data: new Float32Array(size) };
}
