import { normalise } from '@sprout/core';
import {
  softmax,
  type Tensor,
  type Tensor2D,
  tensor2d,
  tensor4d,
  tidy,
  Variable,
  variableGrads,
} from '@tensorflow/tfjs-core';
import { LayersModel } from '@tensorflow/tfjs-layers';
import { buildModel, writeWeights } from '../../model/tfjs/build-model.ts';
import { inChannelOrder } from '../../model/channel-order.ts';
import { checkInput } from '../../model/check-input.ts';
import { checkTopology } from '../../model/layers/check-topology.ts';
import { checkTrainable } from '../../model/layers/check-trainable.ts';
import { logitsTopology } from '../../model/layers/without-softmax.ts';
import type { ModelDefinition, ModelInput } from '../../model/model-definition.ts';
import { parseTopology, type Topology } from '../../model/layers/topology.ts';
import { guardSession } from '../guard-session.ts';
import { type SessionOptions, sessionSettings, type SessionSettings } from '../session-options.ts';
import type { StepInput, StepResult, TrainingSession } from '../training-session.ts';
import { countCorrect } from './count-correct.ts';
import { crossEntropy } from './cross-entropy.ts';
import { AddressedDropout } from './layers/addressed-dropout.ts';
import { withSessionLayers } from './layers/with-session-layers.ts';
import { onBackend } from './on-backend.ts';
import { createOptimiserState, type OptimiserState, readTensor } from './optimiser-state.ts';
import { startBackend, type TfjsBackend } from './start-backend.ts';
import { updateWeight } from '../../optimiser/optimiser-table.ts';

interface Training {
  readonly topology: Topology;
  readonly model: LayersModel;
  readonly input: ModelInput;
  readonly options: SessionSettings;
  readonly weights: ReadonlyMap<string, Variable>;
  readonly state: OptimiserState;
}

/**
 * Opens a training session on a backend of tfjs.
 *
 * @returns The session; disposing of it frees all of its tensors.
 * @throws {SproutError} `engine-unavailable`, `model-unsupported`, `shape-mismatch`, `config-invalid`, `option-invalid`.
 */
export async function openTfjsSession(
  definition: ModelDefinition,
  given: SessionOptions,
  backend: TfjsBackend,
): Promise<TrainingSession> {
  const options = sessionSettings(given);
  checkInput(definition.input);
  await startBackend(backend, options);
  const topology = checkTopology(parseTopology(definition.topology));
  const trained = withSessionLayers(logitsTopology(topology));
  const model = await buildModel(trained, definition.weights);
  const weights = trainableVariables(model);
  const { input } = definition;
  const state = onBackend(backend, () => createOptimiserState(options.optimiser, weights));
  const training = { topology, model, input, options, weights, state };
  const session: TrainingSession = {
    engine: backend,
    trainStep: async (step) => onBackend(backend, () => trainStep(training, step)),
    predict: async (images, count) => onBackend(backend, () => predict(training, images, count)),
    state: async () =>
      onBackend(backend, () => ({
        weights: model.weights.map((weight) => readTensor(weight.originalName, weight.read())),
        optimiser: state.read(),
      })),
    restore: async (restored) =>
      onBackend(backend, () => {
        writeWeights(model, restored.weights);
        state.write(restored.optimiser);
      }),
    [Symbol.asyncDispose]: async () =>
      onBackend(backend, () => {
        model.dispose();
        state[Symbol.dispose]();
      }),
  };
  const classes = model.outputs[0]!.shape.at(-1)!; // a checked model has one output, as long as there are classes
  return guardSession(session, { input, classes });
}

function trainStep(training: Training, input: StepInput): StepResult {
  const { topology, model, options, weights, state } = training;
  checkTrainable(topology);
  const { count, targets, learningRate, step } = input;
  for (const dropout of dropoutsOf(model)) dropout.address = { seed: options.seed, step };
  const images = imageTensor(training.input, input.images, count);
  const targetTensor = tensor2d(targets.slice(), [count, targets.length / count]);
  const shares = tensor2d(
    input.weights.map((weight) => weight / count),
    [count, 1],
  );
  let correct = 0;
  const { value, grads } = variableGrads(() => {
    const logits = model.apply(images, { training: true }) as Tensor2D; // a concrete input gives a concrete output
    correct = countCorrect(logits.dataSync(), targets, count);
    return crossEntropy(logits, { targets: targetTensor, shares });
  }, [...weights.values()]);
  for (const [name, weight] of weights) {
    const gradient = grads[weight.name]!; // one for each variable asked for
    const slots = state.slotsOf(name);
    tidy(() => updateWeight(options.optimiser, { weight, gradient, slots, learningRate, step }));
  }
  return { loss: value.dataSync()[0]!, correct };
}

/** The dropouts of a model and of the models in it. */
function dropoutsOf({ layers }: LayersModel): AddressedDropout[] {
  return layers.flatMap((layer) => {
    if (layer instanceof AddressedDropout) return [layer];
    return layer instanceof LayersModel ? dropoutsOf(layer) : [];
  });
}

function predict({ model, input }: Training, images: Uint8Array, count: number): Float32Array {
  const logits = model.apply(imageTensor(input, images, count), { training: false }) as Tensor; // concrete as its input
  return Float32Array.from(softmax(logits).dataSync());
}

function imageTensor(input: ModelInput, images: Uint8Array, count: number): Tensor {
  const { height, width, channels, normalisation } = input;
  const values = new Float32Array(images.length); // fresh: the cpu backend keeps the array it is handed
  normalise(inChannelOrder(images, input), values, normalisation);
  return tensor4d(values, [count, height, width, channels]);
}

/** The weights that training moves, by name; they stay the model's. */
function trainableVariables(model: LayersModel): ReadonlyMap<string, Variable> {
  const entries = model.trainableWeights.map((weight): [string, Variable] => {
    const value = weight.read();
    if (!(value instanceof Variable)) throw new Error(`${weight.originalName} is not a variable`);
    return [weight.originalName, value];
  });
  return new Map(entries);
}
