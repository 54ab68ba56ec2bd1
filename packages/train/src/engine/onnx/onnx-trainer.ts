import { compileTraining, type TrainingGraph } from '../../compile/compile-training.ts';
import { checkTrainable } from '../../model/layers/check-trainable.ts';
import type { Topology } from '../../model/layers/topology.ts';
import { slotsOf, stepSize } from '../../optimiser/optimiser-table.ts';
import type { InputNumbers, LayerOutput } from '../contract/predictor.ts';
import type { TrainerSettings } from '../contract/trainer-options.ts';
import type { StepInput, StepResult, Trainer, TrainerState } from '../contract/trainer.ts';
import { drawMask } from '../dropout/draw-mask.ts';
import { inputTensor } from './image-tensor.ts';
import type { NativeTensor } from './runtime/tensors.ts';
import type { Onnxruntime } from './runtime/start-onnxruntime.ts';
import { type OnnxInference, onnxInference } from './onnx-inference.ts';
import type { OnnxModel } from './onnx-model.ts';
import { tensor } from './runtime/tensors.ts';
import { canRunKernels } from './kernels/instantiate-kernels.ts';
import { plainExecutor } from './execute/plain-executor.ts';
import type { Executor } from './execute/executor.ts';
import { partitionedExecutor } from './execute/partitioned-executor.ts';
import {
  readState,
  type StateLayouts,
  type StateValues,
  tensorsOf,
  withoutSlots,
  writeState,
} from './state-values.ts';
import { elementCount } from '../../tensor/element-count.ts';

export interface OnnxTrainerOptions extends TrainerSettings {
  readonly topology: Topology;
  readonly classes: number;
  readonly channelBlock: number;
}

/** A loaded training graph. */
interface LoadedStep {
  readonly graph: TrainingGraph;
  readonly run: Executor;
}

/**
 * A trainer on onnxruntime-node. Compiles one graph for each batch size. Weights and optimiser slots are inputs and outputs of
 * the graphs.
 */
export class OnnxTrainer implements Trainer {
  readonly engine = 'onnx';
  readonly #onnxruntime: Onnxruntime;
  readonly #model: OnnxModel;
  readonly #options: OnnxTrainerOptions;
  readonly #layouts: StateLayouts;
  readonly #inference: OnnxInference;
  /** The loaded graphs of the stage, by the number of images in a batch. */
  readonly #steps = new Map<number, LoadedStep>();
  #stage = 0;
  #values: StateValues = new Map();
  /** The tensors that the next step writes to: those of the state before the last step, so that a step allocates no memory. */
  readonly #spare: StateValues = new Map();

  constructor(onnxruntime: Onnxruntime, model: OnnxModel, options: OnnxTrainerOptions) {
    this.#onnxruntime = onnxruntime;
    this.#model = model;
    this.#options = options;
    this.#layouts = { weights: model.weights, slots: slotsOf(options.optimiser) };
    const { threads, channelBlock } = options;
    this.#inference = onnxInference(onnxruntime, model, {
      threads,
      channelBlock,
      values: () => this.#values,
    });
  }

  async trainStep(input: StepInput): Promise<StepResult> {
    const { count, targets, learningRate, step } = input;
    const { optimiser, seed, classes } = this.#options;
    const stageStep = this.#enter(input);
    const { graph, run } = this.#stepFor(count);
    const inputs = {
      images: inputTensor(input.images, this.#model.input),
      targets: tensor(targets, [count, classes]),
      weights: tensor(input.weights, [count, 1]),
      learningRate: tensor(Float32Array.of(learningRate), []),
      stepSize: tensor(Float32Array.of(stepSize(optimiser, { learningRate, step: stageStep })), []),
      ...drawMasks(graph, { seed, step }),
      ...tensorsOf(this.#values, graph.stateInputs),
    };
    const results = tensorsOf(this.#spare, graph.graph.outputs);
    if (!runUnlessDiverged(run, inputs, results)) return { loss: Number.NaN, correct: 0 };
    for (const name of graph.updated) {
      this.#spare.set(`new:${name}`, this.#values.get(name)!); // each updated value is also an input
      this.#values.set(name, results[`new:${name}`]!); // each updated value is an output
    }
    this.#inference.clear();
    return { loss: results['loss']!.data[0]!, correct: results['correct']!.data[0]! }; // scalar outputs
  }

  async predict(images: InputNumbers, count: number): Promise<Float32Array> {
    return this.#inference.predict(images, count);
  }

  async outputs(
    images: InputNumbers,
    count: number,
    layers: readonly string[],
  ): Promise<ReadonlyMap<string, LayerOutput>> {
    return this.#inference.outputs(images, count, layers);
  }

  async state(): Promise<TrainerState> {
    return writeState(this.#values, this.#layouts);
  }

  async restore(state: TrainerState): Promise<void> {
    this.#values = readState(state, this.#layouts);
    this.#inference.clear();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#steps.clear();
    this.#inference.clear();
    this.#values = new Map();
    this.#spare.clear();
  }

  /** Prepares for the stage of a step. @returns The number of steps of the optimiser before it. */
  #enter({ stage, step }: StepInput): number {
    if (stage === undefined) return step;
    if (stage.number !== this.#stage) this.#steps.clear();
    this.#stage = stage.number;
    if (stage.step === 0) this.#values = withoutSlots(this.#values, this.#layouts);
    return stage.step;
  }

  #stepFor(count: number): LoadedStep {
    const known = this.#steps.get(count);
    if (known !== undefined) return known;
    checkTrainable(this.#options.topology);
    const step = this.#withKernels(count) ?? this.#withoutKernels(count);
    this.#steps.set(count, step);
    return step;
  }

  /** `undefined` where kernels cannot run, or the net is too large or too deep for them. */
  #withKernels(count: number): LoadedStep | undefined {
    if (!canRunKernels(this.#options.channelBlock)) return undefined;
    const graph = this.#compile(count, true);
    const run = partitionedExecutor(this.#onnxruntime, graph.graph, this.#options);
    return run && { graph, run };
  }

  #withoutKernels(count: number): LoadedStep {
    const graph = this.#compile(count, false);
    return { graph, run: plainExecutor(this.#onnxruntime, graph.graph, this.#options) };
  }

  #compile(count: number, kernels: boolean): TrainingGraph {
    const { optimiser, channelBlock, stages } = this.#options;
    const rates = stages?.[this.#stage];
    const { layers, input, weights } = this.#model;
    const own = { optimiser, rates, count, channelBlock, kernels };
    return compileTraining(layers, { input, weights, ...own });
  }
}

/** Returns false where a pooling window holds only NaN, which has no argmax, so that onnxruntime's `MaxUnpool` throws. */
function runUnlessDiverged(run: Executor, ...tensors: Parameters<Executor>): boolean {
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
      const mask = new Float32Array(elementCount(shape));
      drawMask(mask, { ...address, layer, rate });
      return [name, tensor(mask, shape)];
    }),
  );
}
