import type { GradientOptions, LayerAddress, Objective, ObjectiveTerm } from '@sprout/core';
import * as tf from '@tensorflow/tfjs-core';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { describe, expect, test } from 'vitest';
import type { ModelDefinition } from '../../model/model-definition.ts';
import { toDefinition } from '../../model/tfjs/to-definition.ts';
import { toLayersModel } from '../../model/tfjs/to-layers-model.ts';
import { difference } from '../../../test/difference.ts';
import { ENGINES } from '../../../test/engines.ts';
import { drawnImages, NET_SHAPE, smallNet } from '../../../test/small-net.ts';
import type { EngineGradientSource } from '../gradient/engine-gradient-source.ts';
import { openGradientSource } from './open-gradient-source.ts';
import { openPredictor } from './open-predictor.ts';
import { normaliseTensor } from '../tfjs/image-tensor.ts';
import { onBackend } from '../tfjs/backend/on-backend.ts';
import { startBackend } from '../tfjs/backend/start-backend.ts';

await startBackend('cpu', { threads: 1 });

const COUNT = 2;
const images = Float32Array.from(drawnImages(COUNT));
const definition = smallNet();

const TERMS: Readonly<Record<string, ObjectiveTerm>> = {
  'a class': { layer: 'classes', measure: 'channel', channel: 1 },
  'a logit': { layer: 'classes', beforeActivation: true, measure: 'channel', channel: 2 },
  'a channel': { layer: 'last', measure: 'channel', channel: 3 },
  'a channel before its activation': {
    layer: 'relu',
    beforeActivation: true,
    measure: 'channel',
    channel: 0,
  },
  'a neuron': { layer: 'depthwise', measure: 'neuron', row: 1, column: 2, channel: 4 },
  'the mean of squares': { layer: 'average', measure: 'mean-square', factor: 3 },
  'the largest logit': { layer: 'classes', beforeActivation: true, measure: 'largest' },
  'the largest channel': { layer: 'last', measure: 'largest', factor: -2 },
  'the similarity of maps': { layer: 'average', measure: 'similarity', factor: -3 },
  'the similarity of vectors': { layer: 'pooled', measure: 'similarity', factor: 2 },
  'a direction': {
    layer: 'max',
    measure: 'direction',
    direction: [1, -2, 0.5, 0, 3],
    factor: -0.5,
  },
};

function open(engine: EngineGradientSource['engine']): Promise<EngineGradientSource> {
  return openGradientSource(definition, { engine, threads: 1 });
}

/** The relative error of the gradient along one direction, compared with finite differences. */
async function slopeError(source: EngineGradientSource, options: GradientOptions): Promise<number> {
  const { gradient } = await source.gradient(images, options);
  const direction = gradient.map(Math.sign);
  const step = 0.05;
  const at = async (distance: number): Promise<number> => {
    const moved = images.map((value, index) => value + distance * direction[index]!);
    const { values } = await source.gradient(moved, options);
    return values.reduce((sum, value) => sum + value, 0);
  };
  const measured = ((await at(step)) - (await at(-step))) / (2 * step);
  const expected = gradient.reduce((sum, value) => sum + Math.abs(value), 0);
  return Math.abs(measured - expected) / expected;
}

describe.each(ENGINES)('a gradient source on %s', (engine) => {
  test.each(Object.entries(TERMS))('agrees with finite differences for %s', async (_, term) => {
    await using source = await open(engine);
    const options = { count: COUNT, objective: [term] };
    const { shape, values } = await source.gradient(images, options);
    expect(shape).toEqual([COUNT, ...NET_SHAPE]);
    expect(values).toHaveLength(COUNT);
    expect(await slopeError(source, options)).toBeLessThan(0.02);
  });

  test('agrees with tf.grad with respect to the images', async () => {
    const model = await onBackend('cpu', () => toLayersModel(definition));
    const expected = onBackend('cpu', () => {
      const classOf = (raw: tf.Tensor): tf.Tensor => {
        const normalised = normaliseTensor(raw, definition.input);
        return tf.sum(tf.slice(model.apply(normalised) as tf.Tensor, [0, 1], [COUNT, 1]));
      };
      return tf
        .grad(classOf)(tf.tensor(images, [COUNT, ...NET_SHAPE]))
        .dataSync();
    });
    await using source = await open(engine);
    const { gradient } = await source.gradient(images, {
      count: COUNT,
      objective: [TERMS['a class']!],
    });
    expect(difference(gradient, expected)).toBeLessThan(1e-5);
  });

  test('answers the gradient with respect to an inner layer', async () => {
    await using source = await open(engine);
    await using predictor = await openPredictor(definition, { engine, threads: 1 });
    const objective: Objective = [TERMS['a logit']!];
    const inner = { count: COUNT, objective, wrt: { layer: 'pooled' } };
    const { gradient, shape, values } = await source.gradient(images, inner);
    const kernel = definition.weights.find(({ name }) => name === 'classes/kernel')!.data;
    const column = [0, 1, 2, 3].map((feature) => kernel[feature * 3 + 2]!);
    expect(shape).toEqual([COUNT, 4]);
    expect(difference(gradient, [...column, ...column])).toBeLessThan(1e-6);
    const logits = await source.gradient(images, {
      ...inner,
      objective: [{ layer: 'pooled', measure: 'direction', direction: column }],
    });
    const bias = definition.weights.find(({ name }) => name === 'classes/bias')!.data[2]!;
    expect(
      difference(
        values,
        logits.values.map((value) => value + bias),
      ),
    ).toBeLessThan(1e-5);
    expect((await predictor.predict(drawnImages(COUNT), COUNT)).length).toBe(6);
  });

  test('agrees with tf.grad and finite differences with respect to an inner image', async () => {
    await using source = await open(engine);
    await using predictor = await openPredictor(definition, { engine, threads: 1 });
    const objective: Objective = [TERMS['a class']!];
    const wrt: LayerAddress = { layer: 'max' };
    const { gradient, shape } = await source.gradient(images, { count: COUNT, objective, wrt });
    const inner = (await predictor.outputs(drawnImages(COUNT), COUNT, ['max'])).get('max')!;
    expect(shape).toEqual(inner.shape);
    const model = await onBackend('cpu', () => toLayersModel(definition));
    const after = model.layers.slice(model.layers.findIndex(({ name }) => name === 'max') + 1);
    const classOf = (image: tf.Tensor): tf.Tensor => {
      const output = after.reduce((value, layer) => layer.apply(value) as tf.Tensor, image);
      return tf.sum(tf.slice(output, [0, 1], [COUNT, 1]));
    };
    const at = (data: Float32Array): tf.Tensor => tf.tensor(data, [...inner.shape]);
    const expected = onBackend('cpu', () => tf.grad(classOf)(at(inner.data)).dataSync());
    expect(difference(gradient, expected)).toBeLessThan(1e-5);
    const moved = (step: number): number =>
      onBackend('cpu', () => {
        const data = inner.data.map((value, index) => value + step * Math.sign(gradient[index]!));
        return classOf(at(data)).dataSync()[0]!;
      });
    const derivative = (moved(0.01) - moved(-0.01)) / 0.02;
    const total = gradient.reduce((sum, value) => sum + Math.abs(value), 0);
    expect(Math.abs(derivative / total - 1)).toBeLessThan(0.02);
  });

  test('has the same gradient by the chain rule, through an inner image', async () => {
    await using source = await open(engine);
    const objective: Objective = [TERMS['a class']!];
    const wrt: LayerAddress = { layer: 'max' };
    const inner = await source.gradient(images, { count: COUNT, objective, wrt });
    expect(inner.shape).toEqual([COUNT, 4, 4, 5]);
    // one image, so that the gradient at the layer is a fixed direction for each position
    const neurons = Array.from(inner.gradient.subarray(0, 80), (factor, at): ObjectiveTerm => {
      const [row, column] = [Math.floor(at / 20), Math.floor(at / 5) % 4];
      return { layer: 'max', measure: 'neuron', row, column, channel: at % 5, factor };
    });
    const first = images.subarray(0, images.length / COUNT);
    const chained = await source.gradient(first, { count: 1, objective: neurons });
    const { gradient } = await source.gradient(first, { count: 1, objective });
    expect(difference(chained.gradient, gradient)).toBeLessThan(1e-5);
  });

  test('adds terms, on one layer and on several', async () => {
    await using source = await open(engine);
    const of = (objective: Objective) => source.gradient(images, { count: COUNT, objective });
    const terms = [
      TERMS['a channel']!,
      TERMS['a direction']!,
      { ...TERMS['a channel']!, channel: 1, factor: -2 } as ObjectiveTerm,
      TERMS['the mean of squares']!,
    ];
    const sum = await of(terms);
    const parts = await Promise.all(terms.map((term) => of([term])));
    for (const field of ['values', 'gradient'] as const) {
      const expected = sum[field].map((_, at) =>
        parts.reduce((total, part) => total + part[field][at]!, 0),
      );
      expect(difference(sum[field], expected)).toBeLessThan(1e-5);
    }
  });

  test('returns outputs of layers, before or after the activation', async () => {
    await using source = await open(engine);
    await using predictor = await openPredictor(definition, { engine, threads: 1 });
    const { outputs } = await source.gradient(images, {
      count: COUNT,
      objective: [TERMS['the largest logit']!],
      wrt: { layer: 'max' },
      outputs: [
        { layer: 'classes' },
        { layer: 'max' },
        { layer: 'classes', beforeActivation: true },
      ],
    });
    const expected = await predictor.outputs(drawnImages(COUNT), COUNT, ['classes', 'max']);
    for (const [at, layer] of ['classes', 'max'].entries()) {
      expect(outputs[at]!.shape).toEqual(expected.get(layer)!.shape);
      expect(difference(outputs[at]!.data, expected.get(layer)!.data)).toBeLessThan(1e-5);
    }
    const powers = outputs[2]!.data.map(Math.exp);
    const sum = powers[0]! + powers[1]! + powers[2]!;
    expect(
      difference(
        powers.slice(0, 3).map((power) => power / sum),
        outputs[0]!.data.slice(0, 3),
      ),
    ).toBeLessThan(1e-5);
  });

  test('takes bytes and floats', async () => {
    await using source = await open(engine);
    const options = { count: COUNT, objective: [TERMS['a class']!] };
    expect(await source.gradient(drawnImages(COUNT), options)).toEqual(
      await source.gradient(images, options),
    );
  });

  test.each<[string, Partial<GradientOptions>, object]>([
    [
      'an unknown layer',
      { objective: [{ layer: 'clases', measure: 'mean-square' }] },
      { message: 'Unknown layer "clases"; did you mean "classes"?' },
    ],
    [
      'an unknown layer for wrt',
      { wrt: { layer: 'mux' } },
      { message: 'Unknown layer "mux"; did you mean "max"?' },
    ],
    [
      'a channel that is not there',
      { objective: [{ layer: 'classes', measure: 'channel', channel: 3 }] },
      { code: 'option-invalid' },
    ],
    [
      'a position that is not there',
      { objective: [{ layer: 'max', measure: 'neuron', row: 4, column: 0, channel: 0 }] },
      { code: 'option-invalid' },
    ],
    [
      'a position in a vector',
      { objective: [{ layer: 'pooled', measure: 'neuron', row: 0, column: 0, channel: 0 }] },
      { code: 'option-invalid' },
    ],
    [
      'a direction of another length',
      { objective: [{ layer: 'max', measure: 'direction', direction: [1] }] },
      { code: 'shape-mismatch' },
    ],
    ['no terms', { objective: [] }, { code: 'config-invalid' }],
    [
      'a factor that is not a number',
      { objective: [{ layer: 'max', measure: 'mean-square', factor: NaN }] },
      { code: 'config-invalid' },
    ],
    [
      'a layer without an activation',
      { objective: [{ layer: 'conv', beforeActivation: true, measure: 'mean-square' }] },
      { code: 'option-invalid' },
    ],
    [
      'an objective that does not depend on the layer',
      { objective: [TERMS['a direction']!], wrt: { layer: 'last' } },
      { code: 'option-invalid', context: { option: 'wrt', value: 'last' } },
    ],
    ['images of another number', { count: 3 }, { code: 'shape-mismatch' }],
  ])('refuses %s', async (_, wrong, error) => {
    await using source = await open(engine);
    const options = { count: COUNT, objective: [TERMS['a class']!], ...wrong };
    await expect(source.gradient(images, options)).rejects.toMatchObject(error);
  });

  test('refuses pixels that are not numbers, and calls after it was closed', async () => {
    const source = await open(engine);
    const options = { count: COUNT, objective: [TERMS['a class']!] };
    const broken = images.with(5, NaN);
    await expect(source.gradient(broken, options)).rejects.toMatchObject({
      code: 'option-invalid',
    });
    await source[Symbol.asyncDispose]();
    await source[Symbol.asyncDispose]();
    await expect(source.gradient(images, options)).rejects.toThrow('used after it was closed');
  });
});

/** Two pixels, a layer with an activation that copies them, and their difference. */
function differenceOf(activation: string): ModelDefinition {
  const nodes = [
    { class_name: 'InputLayer', config: { name: 'images', batch_input_shape: [null, 1, 2, 1] } },
    { class_name: 'Flatten', config: { name: 'flat' } },
    { class_name: 'Dense', config: { name: 'copy', units: 2, activation, use_bias: false } },
    { class_name: 'Dense', config: { name: 'difference', units: 1, use_bias: false } },
  ];
  return {
    topology: { class_name: 'Sequential', config: { name: 'small', layers: nodes } },
    weights: [
      { name: 'copy/kernel', shape: [2, 2], data: Float32Array.of(1, 0, 0, 1) },
      { name: 'difference/kernel', shape: [2, 1], data: Float32Array.of(1, -1) },
    ],
    input: { height: 1, width: 2, channels: 1, normalisation: { mean: [10], deviation: [1] } },
  };
}

describe.each(ENGINES)('guided rectifiers on %s', (engine) => {
  const pixels = Uint8Array.of(13, 15, 17, 15, 9, 15); // 3 and 5, 7 and 5, -1 and 5
  const objective: Objective = [{ layer: 'difference', measure: 'channel', channel: 0 }];
  const options = { count: 3, objective };

  test.each([
    ['relu', [1, -1, 1, -1, 0, -1], [1, 0, 1, 0, 0, 0]],
    ['relu6', [1, -1, 0, -1, 0, -1], [1, 0, 0, 0, 0, 0]],
  ])('let positive gradients pass %s, where its input does', async (name, exact, guided) => {
    await using source = await openGradientSource(differenceOf(name), { engine, threads: 1 });
    for (const [rectifiers, expected] of [
      ['exact', exact],
      ['guided', guided],
      ['exact', exact],
    ] as const) {
      const found = await source.gradient(pixels, { ...options, rectifiers });
      expect([...found.gradient].map((value) => value + 0)).toEqual(expected); // -0 becomes 0
      expect([...found.values]).toEqual(name === 'relu' ? [-2, 2, -5] : [-2, 1, -5]);
    }
  });

  test('are not passed by the gradient with respect to their own output', async () => {
    await using source = await openGradientSource(differenceOf('relu'), { engine, threads: 1 });
    const wrt = { layer: 'copy' };
    const { gradient } = await source.gradient(pixels, { ...options, wrt, rectifiers: 'guided' });
    expect([...gradient]).toEqual([1, -1, 1, -1, 1, -1]);
  });

  test('are not other activations', async () => {
    await using source = await openGradientSource(differenceOf('swish'), { engine, threads: 1 });
    const exact = await source.gradient(pixels, options);
    const guided = await source.gradient(pixels, { ...options, rectifiers: 'guided' });
    expect(guided).toEqual(exact);
    expect(exact.gradient[1]).toBeLessThan(-1);
  });

  test('of another name are refused', async () => {
    await using source = await openGradientSource(differenceOf('relu'), { engine, threads: 1 });
    const rectifiers = 'guide' as 'guided';
    await expect(source.gradient(pixels, { ...options, rectifiers })).rejects.toMatchObject({
      code: 'option-invalid',
      context: { option: 'rectifiers', value: 'guide' },
    });
  });
});

test('a gradient source on tfjs addresses a nested model as one layer', async () => {
  const flat = layers.flatten({ inputShape: [2, 2, 3] });
  const inner = sequential({ name: 'inner', layers: [flat, layers.dense({ units: 3 })] });
  const model = sequential({ layers: [inner, layers.dense({ name: 'top', units: 2 })] });
  const nested = toDefinition(model, { normalisation: definition.input.normalisation });
  await using source = await openGradientSource(nested, { engine: 'cpu' });
  const objective: Objective = [{ layer: 'top', measure: 'channel', channel: 1 }];
  const wrt = { layer: 'inner' };
  const { gradient } = await source.gradient(new Uint8Array(12), { count: 1, objective, wrt });
  const kernel = nested.weights.find(({ name }) => name === 'top/kernel')!.data;
  expect(difference(gradient, [kernel[1]!, kernel[3]!, kernel[5]!])).toBeLessThan(1e-6);
  const guided = { count: 1, objective, rectifiers: 'guided' } as const;
  await expect(source.gradient(new Uint8Array(12), guided)).rejects.toMatchObject({
    code: 'model-unsupported',
    context: { what: 'Layer inner' },
  });
});
