import { describe, expect, test } from 'vitest';
import { exportsFixture } from '../../fixtures/exports.ts';
import { CARD, COUNT, exportedModels, IMAGES } from '../../test/exported-models.ts';
import { openPredictor } from '../engine/open/open-predictor.ts';
import { inferShapes } from '../model/layers/shapes/infer-shapes.ts';
import { readTopology } from '../model/layers/read-topology.ts';
import { assignWeights } from '../weights/assign/assign-weights.ts';
import { readWeights } from '../weights/read/read-weights.ts';
import { toKerasWeights } from './to-keras-weights.ts';

const MODELS = exportedModels();
const FILE = 'keras-weights.h5';

describe.each(Object.keys(MODELS))('the weights of %s for Keras', (name) => {
  const definition = MODELS[name]!; // one of its names

  test('are read back, and assigned by the order of the layers', async () => {
    const content = await readWeights(toKerasWeights(definition, CARD), FILE);
    expect(content).toMatchObject({ format: 'keras-h5', layersAreInOrder: true });
    const expected = inferShapes(readTopology(definition.topology))!; // models without models inside
    const assigned = assignWeights(content, expected, { file: FILE, by: 'layer' });
    expect(new Map(assigned.map((weight) => [weight.name, weight]))).toEqual(
      new Map(definition.weights.map((weight) => [weight.name, weight])),
    );
  });

  test('give in Keras, which has loaded them, the probabilities that they give here', async () => {
    await using predictor = await openPredictor(definition, { engine: 'cpu', threads: 1 });
    const received = await predictor.predict(IMAGES, COUNT);
    const { keras } = exportsFixture()[name]!; // the script writes each model
    expect(keras).toHaveLength(received.length);
    for (const [at, value] of keras.entries()) expect(received[at]).toBeCloseTo(value, 5);
  });
});

test('the file has the names and paths of Keras 2', async () => {
  const { tensors, layers, metadata } = await readWeights(
    toKerasWeights(MODELS['logistic']!, CARD),
    FILE,
  );
  expect(tensors.map((tensor) => tensor.name)).toEqual([
    'classes/classes/kernel:0',
    'classes/classes/bias:0',
  ]);
  expect(layers?.at(-2)).toEqual({ name: 'flatten', weights: [] });
  expect(metadata.get('keras_version')).toBe('2.15.0');
});
