import { compileInference } from '../../compile/compile-inference.ts';
import { compileTraining, type TrainingGraph } from '../../compile/compile-training.ts';
import type { LayerList } from '../../model/layers/layer-node.ts';

import type { WeightLayout } from '../../compile/layer/weight-layout.ts';
import { checkTrainable } from '../../model/layers/check-trainable.ts';
import type { ModelInput } from '../../model/model-definition.ts';
import type { Topology } from '../../model/layers/topology.ts';
import { slotsOf, stepSize } from '../../optimiser/optimiser-table.ts';
import type { SessionSettings } from '../session-options.ts';
import type { SessionState, StepInput, StepResult, TrainingSession } from '../training-session.ts';
import { drawMask } from '../draw-mask.ts';
import type { NativeTensor, Onnxruntime } from './load-onnxruntime.ts';
import { createRunner, type OnnxRunner, tensor } from './onnx-runner.ts';
import { canRunKernels } from './execute/instantiate-kernels.ts';
import type { Executor as Program } from './execute/executor.ts';
import { partitionedExecutor as stagedProgram } from './execute/partitioned-executor.ts';
import { plainExecutor as plainProgram } from './execute/plain-executor.ts';
import {
  readState,
  type SessionValues,
  type ValueLayouts,
  tensorsOf,
  writeState,
} from './session-values.ts';

export interface OnnxSessionOptions extends SessionSettings {
  readonly topology: Topology;
  readonly layers: LayerList;
  readonly input: ModelInput;
  readonly weights: readonly WeightLayout[];
  readonly classes: number;
  readonly channelBlock: number;
}

/** A training graph, loaded. */
interface Trainer {
  readonly graph: TrainingGraph;
  readonly run: Program;
}

/** Images that a prediction takes at a time. */
const CHUNK = 32;

/** A training session on onnxruntime-node. One graph for each batch size met; the numbers live on this side. */
export class OnnxSession implements TrainingSession {
  readonly engine = 'onnx';
  readonly #onnxruntime: Onnxruntime;
  readonly #options: OnnxSessionOptions;
  readonly #layouts: ValueLayouts;
  readonly #trainers = new Map<number, Trainer>();
  #values: SessionValues = new Map();
  /** Where the next step writes: arrays of the state before the last, so that no step asks for memory. */
  readonly #spare: SessionValues = new Map();
  /** Has the weights inside, so that it lasts until they change. */
  #predictor: OnnxRunner | undefined;

  constructor(onnxruntime: Onnxruntime, options: OnnxSessionOptions) {
    this.#onnxruntime = onnxruntime;
    this.#options = options;
    this.#layouts = { weights: options.weights, slots: slotsOf(options.optimiser) };
  }

  async trainStep(input: StepInput): Promise<StepResult> {
    const { count, targets, learningRate, step } = input;
    const { optimiser, seed, classes } = this.#options;
    const { graph, run } = this.#trainerFor(count);
    const inputs = {
      images: imageTensor(input.images, this.#options.input),
      targets: tensor(unshared(targets), [count, classes]),
      weights: tensor(unshared(input.weights), [count, 1]),
      learningRate: tensor(Float32Array.of(learningRate), []),
      stepSize: tensor(Float32Array.of(stepSize(optimiser, { learningRate, step })), []),
      ...drawMasks(graph, { seed, step }),
      ...tensorsOf(this.#values, graph.taken),
    };
    const results = tensorsOf(this.#spare, graph.graph.outputs);
    if (!runUnlessDiverged(run, inputs, results)) return { loss: Number.NaN, correct: 0 };
    for (const name of graph.renewed) {
      this.#spare.set(`new:${name}`, this.#values.get(name)!); // what is renewed was taken
      this.#values.set(name, results[`new:${name}`]!); // and is an output
    }
    this.#predictor = undefined;
    return { loss: results['loss']!.data[0]!, correct: results['correct']!.data[0]! }; // likewise
  }

  async predict(images: Uint8Array, count: number): Promise<Float32Array> {
    const { classes, input } = this.#options;
    this.#predictor ??= this.#createPredictor();
    const size = images.length / count;
    const probabilities = new Float32Array(count * classes);
    for (let start = 0; start < count; start += CHUNK) {
      const chunk = images.subarray(start * size, (start + CHUNK) * size);
      const { output } = this.#predictor({ images: imageTensor(chunk, input) });
      probabilities.set(output!.data, start * classes); // the graph's only output
    }
    return probabilities;
  }

  async state(): Promise<SessionState> {
    return writeState(this.#values, this.#layouts);
  }

  async restore(state: SessionState): Promise<void> {
    this.#values = readState(state, this.#layouts);
    this.#predictor = undefined;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#trainers.clear();
    this.#predictor = undefined;
    this.#values = new Map();
    this.#spare.clear();
  }

  #trainerFor(count: number): Trainer {
    const known = this.#trainers.get(count);
    if (known !== undefined) return known;
    checkTrainable(this.#options.topology);
    const trainer = this.#createStaged(count) ?? this.#createPlain(count);
    this.#trainers.set(count, trainer);
    return trainer;
  }

  /** With kernels where they help; `undefined` where they cannot run, or not for so large or deep a net. */
  #createStaged(count: number): Trainer | undefined {
    if (!canRunKernels(this.#options.channelBlock)) return undefined;
    const graph = compileTraining(this.#options.layers, { ...this.#options, count, kernels: true });
    const run = stagedProgram(this.#onnxruntime, graph.graph, this.#options);
    return run && { graph, run };
  }

  #createPlain(count: number): Trainer {
    const graph = compileTraining(this.#options.layers, { ...this.#options, count });
    return { graph, run: plainProgram(this.#onnxruntime, graph.graph, this.#options) };
  }

  #createPredictor(): OnnxRunner {
    const { layers, input, weights, threads } = this.#options;
    const numbers = (name: string): Float32Array => this.#values.get(name)!.data; // restored with all weights
    const file = compileInference(layers, { input, weights, numbers });
    return createRunner(this.#onnxruntime, file, { outputs: ['output'], threads });
  }
}

/** False where a window to be unpooled holds nothing but NaN, which has no place: onnxruntime throws then. */
function runUnlessDiverged(run: Program, ...tensors: Parameters<Program>): boolean {
  try {
    run(...tensors);
    return true;
  } catch (error) {
    if (error instanceof Error && error.message.includes('MaxUnpool')) return false;
    throw error;
  }
}

function drawMasks(
  { masks }: TrainingGraph,
  address: { readonly seed: number; readonly step: number },
): Record<string, NativeTensor> {
  return Object.fromEntries(
    masks.map(({ name, layer, rate, shape }) => {
      const mask = new Float32Array(product(shape));
      drawMask(mask, { ...address, layer, rate });
      return [name, tensor(mask, shape)];
    }),
  );
}

/** Whole images as the graphs take them. Copies only what lies in shared memory, which onnxruntime refuses. */
function imageTensor(images: Uint8Array, { height, width, channels }: ModelInput): NativeTensor {
  const count = images.length / (height * width * channels);
  const data = images.buffer instanceof SharedArrayBuffer ? images.slice() : images;
  return { type: 'uint8', dims: [count, height, width, channels], data };
}

function product(shape: readonly number[]): number {
  return shape.reduce((size, length) => size * length, 1);
}

/** onnxruntime refuses numbers in shared memory. */
function unshared(numbers: Float32Array): Float32Array {
  return numbers.buffer instanceof SharedArrayBuffer ? numbers.slice() : numbers;
}
