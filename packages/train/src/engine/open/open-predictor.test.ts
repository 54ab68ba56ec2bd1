import * as tf from '@tensorflow/tfjs-core';
import { layers, model as createModel, sequential } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, test } from 'vitest';
import { toDefinition } from '../../model/tfjs/to-definition.ts';
import { toLayersModel } from '../../model/tfjs/to-layers-model.ts';
import { difference } from '../../../test/difference.ts';
import { ENGINES } from '../../../test/engines.ts';
import { onnxruntime } from '../../../test/onnxruntime-here.ts';
import { drawnImages, NET_SHAPE, smallNet } from '../../../test/small-net.ts';
import { openPredictor } from './open-predictor.ts';
import { onBackend } from '../tfjs/backend/on-backend.ts';
import { startBackend } from '../tfjs/backend/start-backend.ts';

beforeAll(() => startBackend('cpu', { threads: 1 }));

const COUNT = 3;
const LAYERS = ['images', 'conv', 'norm', 'relu', 'max', 'depthwise', 'average', 'last'];
const NORMALISATION = { mean: [120, 130, 110], deviation: [60, 70, 65] };

/** The outputs of layers as tfjs computes them, on its cpu backend. */
async function expectedOutputs(names: readonly string[]): Promise<tf.Tensor[]> {
  const model = await onBackend('cpu', () => toLayersModel(smallNet({ top: false })));
  const outputs = names.map((name) => model.getLayer(name).output as never);
  const values = Float32Array.from(
    drawnImages(COUNT),
    (value, at) => (value - NORMALISATION.mean[at % 3]!) / NORMALISATION.deviation[at % 3]!,
  );
  const images = tf.tensor4d(values, [COUNT, ...NET_SHAPE]);
  const many = createModel({ inputs: model.inputs, outputs });
  return onBackend('cpu', () => (many.predict(images) as tf.Tensor[]).map((one) => tf.keep(one)));
}

describe.each(ENGINES)('a predictor on %s', (engine) => {
  test('answers the outputs of inner layers of a model without a top, as tfjs does', async () => {
    const expected = await expectedOutputs(LAYERS);
    await using predictor = await openPredictor(smallNet({ top: false }), { engine, threads: 1 });
    const received = await predictor.outputs(drawnImages(COUNT), COUNT, LAYERS);
    expect([...received.keys()]).toEqual(LAYERS);
    for (const [index, { shape, data }] of [...received.values()].entries()) {
      expect(shape).toEqual(expected[index]!.shape);
      const numbers = onBackend('cpu', () => expected[index]!.dataSync());
      expect(difference(data, numbers), LAYERS[index]).toBeLessThan(1e-5);
    }
  });

  test('predicts the output of the last layer, for any number of images', async () => {
    await using predictor = await openPredictor(smallNet({ top: false }), { engine, threads: 1 });
    const images = drawnImages(35);
    const all = await predictor.predict(images, 35);
    const { shape, data } = (await predictor.outputs(images, 35, ['dropout'])).get('dropout')!;
    expect(shape).toEqual([35, 2, 2, 4]);
    expect(all).toEqual(data);
    const size = images.length / 35;
    const last = await predictor.predict(images.subarray(34 * size), 1);
    expect(difference(last, all.subarray(34 * 16))).toBeLessThan(1e-5);
  });

  test('predicts probabilities for a classifier', async () => {
    await using predictor = await openPredictor(smallNet(), { engine, threads: 1 });
    const probabilities = await predictor.predict(drawnImages(2), 2);
    const [a = 0, b = 0, c = 0] = probabilities;
    expect(a + b + c).toBeCloseTo(1, 5);
    expect(await predictor.outputs(drawnImages(2), 2, ['classes'])).toEqual(
      new Map([['classes', { shape: [2, 3], data: probabilities }]]),
    );
  });

  test('suggests a name for an unknown layer, and returns no outputs for no layers', async () => {
    await using predictor = await openPredictor(smallNet(), { engine, threads: 1 });
    const outputs = (names: string[]) => predictor.outputs(drawnImages(1), 1, names);
    await expect(outputs(['depthwize'])).rejects.toThrow('did you mean "depthwise"?');
    await expect(outputs(['last:linear'])).rejects.toMatchObject({ code: 'name-unknown' });
    expect(await outputs([])).toEqual(new Map());
  });

  test('opens a model that cannot be trained', async () => {
    const model = sequential({
      layers: [layers.flatten({ inputShape: [2, 2, 3] }), layers.dense({ units: 1 })],
    });
    const regression = toDefinition(model, { normalisation: NORMALISATION });
    await using predictor = await openPredictor(regression, { engine, threads: 1 });
    expect(await predictor.predict(new Uint8Array(24), 2)).toHaveLength(2);
  });
});

test.skipIf(onnxruntime === undefined)(
  'a predictor falls back to wasm for layers that onnx cannot compile',
  async () => {
    const model = sequential({
      layers: [layers.permute({ inputShape: [4, 4, 3], dims: [2, 1, 3] })],
    });
    const permuted = toDefinition(model, { normalisation: NORMALISATION });
    await using predictor = await openPredictor(permuted, { threads: 1 });
    expect(predictor.engine).toBe('wasm');
    expect(predictor.note).toMatch(
      /^onnx cannot run this model .*Permute.*; wasm runs it, slower$/,
    );
    expect(await predictor.predict(new Uint8Array(48), 1)).toHaveLength(48);
  },
);
