import { type Tensor, type Tensor2D, tensor2d, tidy, variableGrads } from '@tensorflow/tfjs-core';
import {
  LayersModel,
  type LayerVariable,
  model as createModel,
  type SymbolicTensor,
} from '@tensorflow/tfjs-layers';
import { buildModel, writeWeights } from '../../model/tfjs/build-model.ts';
import { checkFit } from '../../model/tfjs/check-fit.ts';
import { checkInput } from '../../model/check-input.ts';
import { checkTrainable } from '../../model/layers/check-trainable.ts';
import type {
  FeatureInput,
  HeadDefinition,
  ModelDefinition,
  ModelInput,
} from '../../model/model-definition.ts';
import { layersOf, type Topology } from '../../model/layers/topology.ts';
import { checkLayers } from '../guard/check-layers.ts';
import type { OutputActivation } from '../../model/layers/without-output-activation.ts';
import { guardTrainer } from '../guard/guard-trainer.ts';
import {
  type TrainerOptions,
  trainerSettings,
  type TrainerSettings,
} from '../contract/trainer-options.ts';
import type { StepInput, StepResult, Trainer } from '../contract/trainer.ts';
import { binaryCrossEntropy, countAgreeing } from './binary-cross-entropy.ts';
import { countCorrect } from './count-correct.ts';
import { crossEntropy } from './cross-entropy.ts';
import { inputTensor } from './image-tensor.ts';
import { layerOutput, layerOutputs } from './layer-outputs.ts';
import { AddressedDropout } from './layers/addressed-dropout.ts';
import { splitOutput } from './layers/split-output.ts';
import { withOwnLayers } from './layers/with-own-layers.ts';
import { onBackend } from './backend/on-backend.ts';
import { type StageVariables, stageVariables } from './stage-variables.ts';
import { createOptimiserState, type OptimiserState, readTensor } from './optimiser-state.ts';
import { startBackend, type TfjsBackend } from './backend/start-backend.ts';
import { rateOf } from '../../optimiser/layer-rates.ts';
import { updateWeight } from '../../optimiser/optimiser-table.ts';

interface Training {
  readonly backend: TfjsBackend;
  readonly topology: Topology;
  readonly model: LayersModel;
  /** The model up to the input of its softmax or sigmoid. It shares the layers of `model`. */
  readonly logits: LayersModel;
  readonly activation: OutputActivation;
  /** The layer of `model` that computes the output of a layer of the topology. */
  readonly outputOf: (layer: string) => string;
  readonly input: ModelInput | FeatureInput;
  readonly options: TrainerSettings;
  /** All weights, in the order that they had when the model was opened. A change of stage changes the order in `model`. */
  readonly listed: readonly LayerVariable[];
  readonly variables: StageVariables;
  readonly state: OptimiserState;
}

/**
 * Opens a model for training on a backend of tfjs.
 *
 * @returns The trainer; disposing of it frees all of its tensors.
 * @throws {SproutError} `engine-unavailable`, `model-unsupported`, `weight-missing`, `weight-unknown`, `shape-mismatch`,
 *   `config-invalid`, `option-invalid`; `name-unknown` for a layer of a stage.
 */
export async function openTfjsTrainer(
  definition: ModelDefinition | HeadDefinition,
  given: TrainerOptions,
  backend: TfjsBackend,
): Promise<Trainer> {
  const options = trainerSettings(given);
  const { input } = definition;
  checkInput(input);
  const topology = checkFit(definition);
  await startBackend(backend, options);
  const { topology: split, output, activation, outputOf } = splitOutput(topology);
  const model = await buildModel(withOwnLayers(split), definition.weights);
  const logits = logitsModel(model, output);
  const listed = model.weights;
  const layers = layersOf(topology).map(({ config }) => config.name);
  const { stages } = options;
  for (const rates of stages ?? []) checkLayers([...rates.keys()], layers);
  const variables = stageVariables(model, stages);
  const state = onBackend(backend, () => createOptimiserState(options.optimiser, variables.all));
  const own = { backend, topology, model, logits, activation, outputOf, input, options };
  const trainer = trainerOf({ ...own, listed, variables, state });
  const classes = model.outputs[0]!.shape.at(-1)!; // a checked model has one output, `[batch, classes]`
  return guardTrainer(trainer, { input, layers, classes, stages: stages?.length });
}

function trainerOf(training: Training): Trainer {
  const { backend, model, outputOf, input, listed, state } = training;
  return {
    engine: backend,
    trainStep: async (step) => onBackend(backend, () => trainStep(training, step)),
    predict: async (images, count) =>
      onBackend(backend, () => {
        const probabilities = model.apply(inputTensor(input, images, count), { training: false });
        return layerOutput(probabilities as Tensor).data; // a concrete input gives a concrete output
      }),
    outputs: async (images, count, layers) =>
      onBackend(backend, () =>
        layerOutputs(model, inputTensor(input, images, count), { layers, outputOf }),
      ),
    state: async () =>
      onBackend(backend, () => ({
        weights: listed.map((weight) => readTensor(weight.originalName, weight.read())),
        optimiser: state.read(),
      })),
    restore: async (restored) =>
      onBackend(backend, () => {
        state.check(restored.optimiser); // before anything is set
        writeWeights(model, restored.weights);
        state.write(restored.optimiser);
      }),
    [Symbol.asyncDispose]: async () =>
      onBackend(backend, () => {
        model.dispose();
        state[Symbol.dispose]();
      }),
  };
}

/** The layers of a model up to the input of its softmax or sigmoid. */
function logitsModel(model: LayersModel, output: string): LayersModel {
  const outputs = model.getLayer(output).input as SymbolicTensor; // an activation has one input
  return createModel({ inputs: model.inputs, outputs });
}

function trainStep(training: Training, input: StepInput): StepResult {
  const { topology, logits: model, activation, options, state } = training;
  checkTrainable(topology);
  const { count, targets, learningRate, step, stage = { number: 0, step } } = input;
  const weights = training.variables.enter(stage.number);
  if (input.stage?.step === 0) state.write([]);
  for (const dropout of dropoutsOf(model)) dropout.address = { seed: options.seed, step };
  const images = inputTensor(training.input, input.images, count);
  const targetTensor = tensor2d(targets.slice(), [count, targets.length / count]);
  const shares = tensor2d(
    input.weights.map((weight) => weight / count),
    [count, 1],
  );
  let correct = 0;
  const { value, grads } = variableGrads(() => {
    const logits = model.apply(images, { training: true }) as Tensor2D; // a concrete input gives a concrete output
    const { loss, count: agreeing } = LOSSES[activation];
    correct = agreeing(logits.dataSync(), targets, count);
    return loss(logits, { targets: targetTensor, shares });
  }, [...weights.values()]);
  for (const [name, weight] of weights) {
    const gradient = grads[weight.name]!; // one gradient for each variable
    const slots = state.slotsOf(name);
    const own = learningRate * rateOf(name, options.stages?.[stage.number]);
    const update = { weight, gradient, slots, learningRate: own, step: stage.step };
    tidy(() => updateWeight(options.optimiser, update));
  }
  return { loss: value.dataSync()[0]!, correct };
}

const LOSSES = {
  softmax: { loss: crossEntropy, count: countCorrect },
  sigmoid: { loss: binaryCrossEntropy, count: countAgreeing },
} as const;

/** The dropouts of a model and of the models in it. */
function dropoutsOf({ layers }: LayersModel): AddressedDropout[] {
  return layers.flatMap((layer) => {
    if (layer instanceof AddressedDropout) return [layer];
    return layer instanceof LayersModel ? dropoutsOf(layer) : [];
  });
}
