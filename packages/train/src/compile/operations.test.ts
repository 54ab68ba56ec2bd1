import { type Json, rngAt } from '@sprout/core';
import * as tf from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { loadOnnxruntime } from '../engine/onnx/load-onnxruntime.ts';
import { openOnnxSession } from '../engine/onnx/open-onnx-session.ts';
import { openTfjsSession } from '../engine/tfjs/open-tfjs-session.ts';
import { startBackend } from '../engine/tfjs/start-backend.ts';
import type { StepInput } from '../engine/training-session.ts';
import type { ModelDefinition } from '../model/model-definition.ts';
import { toDefinition } from '../model/tfjs/to-definition.ts';
import { optimiserSchema } from '../optimiser/optimiser-spec.ts';

type Layer = Parameters<tf.Sequential['add']>[0];

await startBackend('cpu', { threads: 1 });
const onnxruntime = await loadOnnxruntime().catch(() => undefined);
if (onnxruntime === undefined)
  console.warn('onnxruntime-node does not load: its tests are skipped');

const COUNT = 3;
const CLASSES = 4;
const NORMALISATION = { mean: [120, 130, 110], deviation: [60, 70, 65] };
/** Relative to the largest number of each tensor: kernels sum in another order. */
const TOLERANCE = 1e-5;

const conv = (options: object): Layer =>
  tf.layers.conv2d({ filters: 3, kernelSize: 3, ...options });
const norm = (options: object = {}): Layer => tf.layers.batchNormalization(options);
const relu = (): Layer => tf.layers.activation({ activation: 'relu' });
const pool = (options: object = {}): Layer =>
  tf.layers.maxPooling2d({ poolSize: 2, strides: 2, ...options });

describe.skipIf(onnxruntime === undefined)(
  'a compiled operation agrees with tfjs, forward and backward:',
  () => {
    const cases: Readonly<Record<string, () => Layer[]>> = {
      'a valid convolution': () => [conv({})],
      'a same convolution without bias': () => [conv({ padding: 'same', useBias: false })],
      'a convolution by 2, same': () => [conv({ padding: 'same', strides: 2 })],
      'a convolution by 2, valid': () => [conv({ strides: 2, kernelSize: 2 })],
      'a 1 x 1 convolution by 2': () => [conv({ padding: 'same', strides: 2, kernelSize: 1 })],
      'an even and oblong kernel': () => [conv({ padding: 'same', kernelSize: [2, 5] })],
      'a convolution with an activation': () => [conv({ activation: 'sigmoid' })],
      'convolutions on whole blocks of channels': () => [
        conv({ filters: 16, padding: 'same' }),
        conv({ filters: 32, activation: 'relu' }),
        conv({ filters: 16, kernelSize: [2, 3], strides: 2, padding: 'same', useBias: false }),
      ],
      'convolutions of many channels, of even and oblong kernels': () => [
        conv({ filters: 6, padding: 'same' }),
        conv({ filters: 5, padding: 'same', kernelSize: [2, 5] }),
        conv({ filters: 7, kernelSize: [4, 3] }),
      ],
      'a convolution of more channels than pixels': () => [
        conv({ filters: 64, kernelSize: 1 }),
        conv({ filters: 64, padding: 'same' }),
      ],
      'convolutions of images no larger than the kernel': () => [
        conv({ filters: 6, kernelSize: 1 }),
        pool({ poolSize: [3, 4], strides: [3, 4] }),
        conv({ filters: 5, padding: 'same' }),
        pool({ poolSize: [2, 1], strides: [2, 1] }),
        conv({ filters: 5, padding: 'same', kernelSize: 5 }),
      ],
      'a convolution of single pixels': () => [
        conv({ filters: 6, kernelSize: [7, 9] }),
        conv({ filters: 5, padding: 'same' }),
      ],
      'a depthwise convolution': () => [
        tf.layers.depthwiseConv2d({ kernelSize: 3, padding: 'same' }),
      ],
      'a depthwise convolution by 2 with a multiplier': () => [
        tf.layers.depthwiseConv2d({
          kernelSize: 3,
          strides: 2,
          padding: 'same',
          depthMultiplier: 2,
          useBias: false,
        }),
      ],
      'batch normalisation': () => [relu(), norm({ momentum: 0.7, epsilon: 1e-2 })],
      'a block with pooling': () => [conv({ padding: 'same' }), norm(), relu(), pool()],
      'a block without pooling': () => [conv({ padding: 'same', useBias: false }), norm(), relu()],
      'a block without activation': () => [
        conv({ useBias: false }),
        norm(),
        pool({ padding: 'same' }),
      ],
      'a block on whole blocks of channels': () => [
        conv({ filters: 16, padding: 'same' }),
        norm(),
        relu(),
        pool(),
        conv({ filters: 32, padding: 'same', useBias: false }),
        norm({ epsilon: 1e-2 }),
        relu(),
        pool({ padding: 'same' }),
      ],
      'such a block without pooling or activation': () => [
        conv({ filters: 16 }),
        norm(),
        conv({ filters: 16, kernelSize: [2, 3], padding: 'same' }),
        norm(),
        relu(),
      ],
      'such a block with steps, and oblong windows': () => [
        conv({ filters: 32, strides: 2, padding: 'same' }),
        norm(),
        relu(),
        conv({ filters: 16, kernelSize: [3, 1], padding: 'same' }),
        norm(),
        pool({ poolSize: [1, 3], strides: [1, 3], padding: 'same' }),
      ],
      'such a block of single pixels, with another activation, between others': () => [
        conv({ filters: 16, kernelSize: 1 }),
        norm(),
        relu(),
        conv({ filters: 16, kernelSize: 5, padding: 'same' }),
        norm(),
        tf.layers.activation({ activation: 'tanh' }),
        pool({ poolSize: 3, strides: 2 }),
        conv({ filters: 5, kernelSize: 2, padding: 'same' }),
        norm(),
        relu(),
      ],
      'such a block before a mean over its pixels': () => [
        conv({ filters: 16, kernelSize: 5 }),
        norm(),
        relu(),
        pool({ poolSize: [3, 2], strides: [3, 2] }),
        tf.layers.globalAveragePooling2d({}),
      ],
      'dropout of vectors': () => [tf.layers.flatten(), tf.layers.dropout({ rate: 0.4 })],
      'frozen dropout of vectors': () => [
        tf.layers.flatten(),
        tf.layers.dropout({ rate: 0.4, trainable: false }),
      ],
      'a block with overlapping pooling': () => [
        conv({ strides: 1 }),
        norm(),
        relu(),
        pool({ poolSize: 3, strides: 2, padding: 'same' }),
      ],
      'relu 6': () => [tf.layers.reLU({ maxValue: 6 })],
      relu: () => [tf.layers.reLU({})],
      tanh: () => [tf.layers.activation({ activation: 'tanh' })],
      elu: () => [tf.layers.activation({ activation: 'elu' })],
      'softmax in the middle': () => [
        tf.layers.flatten(),
        tf.layers.dense({ units: 5 }),
        tf.layers.softmax(),
      ],
      'maximum pooling': () => [pool()],
      'maximum pooling, same': () => [pool({ padding: 'same' })],
      'overlapping maximum pooling': () => [pool({ poolSize: 3, strides: 2 })],
      'overlapping average pooling': () => [
        tf.layers.averagePooling2d({ poolSize: 3, strides: 2 }),
      ],
      'average pooling': () => [tf.layers.averagePooling2d({ poolSize: 2, strides: 2 })],
      'global maximum pooling': () => [tf.layers.globalMaxPooling2d({})],
      'global average pooling': () => [tf.layers.globalAveragePooling2d({})],
      'zero padding': () => [
        tf.layers.zeroPadding2d({
          padding: [
            [1, 2],
            [0, 3],
          ],
        }),
      ],
      'reshape to a vector': () => [tf.layers.reshape({ targetShape: [7 * 9 * 3] })],
      'dense, with an activation, and batch normalisation of vectors': () => [
        tf.layers.flatten(),
        tf.layers.dense({ units: 5, activation: 'tanh' }),
        norm({ epsilon: 0.1 }),
      ],
    };
    // a convolution before it needs its gradient, a dense layer after it makes each number matter
    it.each(Object.entries(cases))('%s', async (_, middle) => {
      const model = sequential([conv({ kernelSize: 1, useBias: false }), ...middle()]);
      expect(await disagreements(model)).toEqual([]);
    });

    it('sums where a layer has two users', async () => {
      const input = tf.input({ shape: [7, 9, 3] });
      const left = conv({ padding: 'same' }).apply(input) as tf.SymbolicTensor;
      const right = relu().apply(conv({ padding: 'same' }).apply(left)) as tf.SymbolicTensor;
      const sum = tf.layers.add().apply([left, right]) as tf.SymbolicTensor;
      const vector = tf.layers.flatten().apply(sum);
      const output = tf.layers.dense({ units: CLASSES, activation: 'softmax' }).apply(vector);
      expect(
        await disagreements(tf.model({ inputs: input, outputs: output as tf.SymbolicTensor })),
      ).toEqual([]);
    });

    it('sums where a block has two users', async () => {
      const input = tf.input({ shape: [7, 9, 3] });
      const apply = (layers: Layer[], value: tf.SymbolicTensor): tf.SymbolicTensor =>
        layers.reduce((result, layer) => layer.apply(result) as tf.SymbolicTensor, value);
      const block = (): Layer[] => [conv({ filters: 16, padding: 'same' }), norm(), relu()];
      const left = apply([...block(), pool()], input);
      const sum = tf.layers.add().apply([left, apply(block(), left)]) as tf.SymbolicTensor;
      const classes = tf.layers.dense({ units: CLASSES, activation: 'softmax' });
      const output = apply([...block(), tf.layers.flatten(), classes], sum);
      expect(await disagreements(tf.model({ inputs: input, outputs: output }))).toEqual([]);
    });

    it('a frozen layer at the end of a block does not freeze the block', async () => {
      const model = sequential([conv({}), norm(), relu(), pool({ trainable: false })]);
      expect(await disagreements(model)).toEqual([]);
    });

    it('without scale or centre, batch normalisation is that with gamma 1 and beta 0', async () => {
      const blocks = [conv({ filters: 16, useBias: false }), norm(), relu(), pool()];
      const model = sequential([conv({ useBias: false }), norm(), relu(), ...blocks, norm()]);
      expect(await disagreements(model, { bare: true })).toEqual([]);
    });
  },
);

function sequential(middle: readonly Layer[]): tf.LayersModel {
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
 * What two engines disagree about, in words, after one step with a learning rate that moves the weights far along their
 * gradients.
 */
async function disagreements(model: tf.LayersModel, { bare = false } = {}): Promise<string[]> {
  const full = withRandomWeights(toDefinition(model, { normalisation: NORMALISATION }), bare);
  const options = { optimiser: optimiserSchema.parse({ name: 'sgd' }), seed: 0, threads: 1 };
  await using reference = await openTfjsSession(full, options, 'cpu');
  await using session = await openOnnxSession(bare ? withoutScaleAndCentre(full) : full, options);
  const input = stepInput(full);
  const predicted = await session.predict(input.images, COUNT);
  const before = difference(predicted, await reference.predict(input.images, COUNT));
  const [theirs, ours] = [await reference.trainStep(input), await session.trainStep(input)];
  const wanted = new Map((await reference.state()).weights.map(({ name, data }) => [name, data]));
  const { weights } = await session.state();
  const differences = [
    { what: 'predictions', by: before },
    { what: 'correct', by: Math.abs(ours.correct - theirs.correct) },
    { what: 'loss', by: difference([ours.loss], [theirs.loss]) },
    ...weights.map(({ name, data }) => ({ what: name, by: difference(data, wanted.get(name)!) })), // the same model
  ];
  return differences.filter(({ by }) => !(by < TOLERANCE)).map(({ what, by }) => `${what}: ${by}`);
}

/** The largest difference, relative to the largest number. */
function difference(received: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (received.length !== expected.length) return Infinity;
  const largest = Math.max(...Array.from(expected, Math.abs), 1e-3);
  return (
    Math.max(...Array.from(expected, (value, at) => Math.abs(value - received[at]!))) / largest
  );
}

/** Normal weights, negative gammas among them; variances stay positive. */
function withRandomWeights(definition: ModelDefinition, bare: boolean): ModelDefinition {
  const weights = definition.weights.map(({ name, shape, data }) => {
    const rng = rngAt(1, ['weights', name]);
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
