import { type Json, rngAt } from '@sprout/core';
import * as tf from '@tensorflow/tfjs-layers';
import { openOnnxTrainer } from '../src/engine/onnx/open-onnx-trainer.ts';
import { openTfjsTrainer } from '../src/engine/tfjs/open-tfjs-trainer.ts';
import type { StepInput } from '../src/engine/contract/trainer.ts';
import type { ModelDefinition } from '../src/model/model-definition.ts';
import { toDefinition } from '../src/model/tfjs/to-definition.ts';
import { difference } from './difference.ts';
import type { Layer } from './layers.ts';

const COUNT = 3;
export const CLASSES = 4;
const NORMALISATION = { mean: [120, 130, 110], deviation: [60, 70, 65] };
/** Relative to the largest number of each tensor. Engines sum in different orders. */
const TOLERANCE = 1e-5;

/** The layers between an input of 7 x 9 pixels and a softmax over four classes. */
export function sequential(middle: readonly Layer[]): tf.LayersModel {
  const input: tf.SymbolicTensor = tf.input({ shape: [7, 9, 3] });
  let value = input;
  for (const layer of middle) value = layer.apply(value) as tf.SymbolicTensor;
  if (value.shape.length > 2) value = tf.layers.flatten().apply(value) as tf.SymbolicTensor;
  value = tf.layers
    .dense({ units: CLASSES, activation: 'softmax' })
    .apply(value) as tf.SymbolicTensor;
  return tf.model({ inputs: input, outputs: value });
}

/**
 * Describes the differences between the engines onnx and cpu that exceed the tolerance: in predictions, and in the results and
 * weights of one step with a large learning rate.
 *
 * @param options With `bare`, batch normalisation has no gamma and beta on onnx, and gamma 1 and beta 0 on tfjs.
 */
export async function disagreements(
  model: tf.LayersModel,
  { bare = false } = {},
): Promise<string[]> {
  const full = withRandomWeights(toDefinition(model, { normalisation: NORMALISATION }), bare);
  const options = { optimiser: { name: 'sgd' }, seed: 0, threads: 1 } as const;
  await using reference = await openTfjsTrainer(full, options, 'cpu');
  await using trainer = await openOnnxTrainer(bare ? withoutScaleAndCentre(full) : full, options);
  const input = stepInput(full);
  const predicted = await trainer.predict(input.images, COUNT);
  const before = difference(predicted, await reference.predict(input.images, COUNT));
  const [theirs, ours] = [await reference.trainStep(input), await trainer.trainStep(input)];
  const wanted = new Map((await reference.state()).weights.map(({ name, data }) => [name, data]));
  const { weights } = await trainer.state();
  const differences = [
    { what: 'predictions', error: before },
    { what: 'correct', error: Math.abs(ours.correct - theirs.correct) },
    { what: 'loss', error: difference([ours.loss], [theirs.loss]) },
    ...weights.map(({ name, data }) => ({
      what: name,
      error: difference(data, wanted.get(name)!),
    })), // the same model
  ];
  return differences
    .filter(({ error }) => !(error < TOLERANCE))
    .map(({ what, error }) => `${what}: ${error}`);
}

/**
 * Normally distributed weights, so that some gammas are negative. Variances are positive. They do not depend on the names of
 * layers, which tfjs numbers in the order in which a process makes them.
 */
function withRandomWeights(definition: ModelDefinition, bare: boolean): ModelDefinition {
  const weights = definition.weights.map(({ name, shape, data }, index) => {
    const rng = rngAt(1, ['weights', index]);
    const draw = name.includes('variance') ? () => rng.uniform(0.5, 2) : () => rng.normal(0, 0.5);
    const keeps = bare && /gamma|beta/.test(name);
    return { name, shape, data: keeps ? data : data.map(draw) };
  });
  return { ...definition, weights };
}

function withoutScaleAndCentre({ topology, weights, input }: ModelDefinition): ModelDefinition {
  const text = JSON.stringify(topology).replaceAll(/"(scale|center)":true/g, '"$1":false');
  return {
    topology: JSON.parse(text) as Json,
    weights: weights.filter(({ name }) => !/gamma|beta/.test(name)),
    input,
  };
}

function stepInput({ input: { height, width, channels } }: ModelDefinition): StepInput {
  const rng = rngAt(2, ['images']);
  const images = new Uint8Array(COUNT * height * width * channels).map(() => rng.integer(256));
  const targets = new Float32Array(COUNT * CLASSES).fill(0.05);
  for (let sample = 0; sample < COUNT; sample++)
    targets[sample * CLASSES + ((sample * 2) % CLASSES)]! += 0.8;
  const weights = Float32Array.of(1, 2, 0.5);
  return { images, count: COUNT, targets, weights, learningRate: 10, step: 0 };
}
