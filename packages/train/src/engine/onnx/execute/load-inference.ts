import type { OnnxGraph, OnnxValue } from '../../../graph/ir/onnx-graph.ts';
import { shapeInNumbers, type Sizes } from '../../../graph/ir/sizes.ts';
import { KERNEL_DOMAIN } from '../../../graph/kernel-nodes/kernel-domain.ts';
import { useWinograd } from '../../../graph/pass/use-winograd.ts';
import { encodeOnnx } from '../../../graph/write/onnx-writer.ts';
import { elementCount } from '../../../tensor/element-count.ts';
import { canRunKernels } from '../kernels/instantiate-kernels.ts';
import { partitionedExecutor } from './partitioned-executor.ts';
import { createRunner, type OnnxRunner } from '../runtime/onnx-runner.ts';
import type { Onnxruntime } from '../runtime/start-onnxruntime.ts';
import { type FloatTensor, tensor, type Tensors } from '../runtime/tensors.ts';

export interface LoadInferenceOptions {
  readonly threads: number;
  readonly channelBlock: number;
  /** The largest number of images in a run. */
  readonly batch: number;
}

export interface LoadedInference {
  readonly run: OnnxRunner;
  /** The largest number of images in a run. */
  readonly batch: number;
}

/**
 * The most bytes of the transformed images of a run. More images are not faster, and the working memory grows with them:
 * VGG16 runs with 5 images of 150 x 150 pixels and with 2 of 224 x 224.
 */
const MOST_BYTES = 2 ** 25;

/** The symbolic dimension of the number of images. */
export const BATCH = 'batch';

/**
 * Loads an inference graph, whose symbolic dimension is `BATCH`: with Winograd's convolutions between kernels where the graph
 * has convolutions for which that is faster, as one session of onnxruntime otherwise. The results for an image do not depend on
 * the other images of a run.
 */
export function loadInference(
  onnxruntime: Onnxruntime,
  graph: OnnxGraph,
  options: LoadInferenceOptions,
): LoadedInference {
  return loadWinograd(onnxruntime, graph, options) ?? loadPlain(onnxruntime, graph, options);
}

/** Loads a graph as one session of onnxruntime. */
export function loadPlain(
  onnxruntime: Onnxruntime,
  graph: OnnxGraph,
  { threads, batch }: LoadInferenceOptions,
): LoadedInference {
  const outputs = graph.outputs.map(({ name }) => name);
  return { run: createRunner(onnxruntime, encodeOnnx(graph), { threads, outputs }), batch };
}

/**
 * Loads a graph with Winograd's convolutions between kernels. A graph without symbolic dimensions runs with its own number of images.
 *
 * @returns `undefined` where no convolution gains, kernels cannot run, or their memory would be too large.
 */
export function loadWinograd(
  onnxruntime: Onnxruntime,
  graph: OnnxGraph,
  { threads, channelBlock, batch: most }: LoadInferenceOptions,
): LoadedInference | undefined {
  const replaced = canRunKernels(channelBlock) ? useWinograd(graph, channelBlock) : undefined;
  if (replaced === undefined) return undefined;
  const batch = Math.max(1, Math.min(most, Math.floor(MOST_BYTES / largestImage(replaced))));
  const sizes = new Map([[BATCH, batch]]);
  const execute = partitionedExecutor(onnxruntime, replaced, { threads, sizes });
  if (execute === undefined) return undefined;
  const run: OnnxRunner = (inputs) => {
    const outputs = newTensors(replaced.outputs, new Map([[BATCH, batchOf(inputs)]]));
    execute(inputs, outputs);
    return outputs;
  };
  return { run, batch };
}

/** The bytes of the largest value that kernels make for one image. */
function largestImage({ nodes }: OnnxGraph): number {
  const one = new Map([[BATCH, 1]]);
  const sizes = nodes
    .filter(({ domain }) => domain === KERNEL_DOMAIN)
    .flatMap(({ outputs }) => outputs)
    .filter(({ shape }) => shape.includes(BATCH))
    .map(({ shape }) => elementCount(shapeInNumbers(shape, one)) * Float32Array.BYTES_PER_ELEMENT);
  return Math.max(...sizes);
}

/** The length of the first axis of all inputs. */
function batchOf(inputs: Tensors): number {
  return Object.values(inputs)[0]!.dims[0]!; // an inference graph has an input
}

function newTensors(values: readonly OnnxValue[], sizes: Sizes): Record<string, FloatTensor> {
  return Object.fromEntries(
    values.map(({ name, shape }) => {
      const dims = shapeInNumbers(shape, sizes);
      return [name, tensor(new Float32Array(elementCount(dims)), dims)];
    }),
  );
}
