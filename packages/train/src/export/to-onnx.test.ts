import { describe, expect, test } from 'vitest';
import { exportsFixture } from '../../fixtures/exports.ts';
import { CARD, COUNT, exportedModels, IMAGES } from '../../test/exported-models.ts';
import { onnxruntime } from '../../test/onnxruntime-here.ts';
import { createRunner } from '../engine/onnx/runtime/onnx-runner.ts';
import { byteImages } from '../engine/onnx/image-tensor.ts';
import { openPredictor } from '../engine/open/open-predictor.ts';
import { createDefinition } from '../zoo/create-definition.ts';
import { truncateAt } from '../model/surgery/truncate-at.ts';
import { toOnnx } from './to-onnx.ts';

const MODELS = exportedModels();
const NAMES = Object.keys(MODELS);
const TOLERANCE = 1e-5;

/** The largest difference of probabilities. */
function distance(received: ArrayLike<number>, expected: ArrayLike<number>): number {
  expect(received.length).toBe(expected.length);
  return Math.max(...Array.from(expected, (value, at) => Math.abs(value - received[at]!)));
}

describe.each(NAMES)('%s as an ONNX file', (name) => {
  const definition = MODELS[name]!; // one of its names

  test('gives in Python, where ONNX checks it, the probabilities that it gives here', async () => {
    await using predictor = await openPredictor(definition, { engine: 'cpu', threads: 1 });
    const { onnx } = exportsFixture()[name]!; // the script writes each model
    expect(distance(await predictor.predict(IMAGES, COUNT), onnx)).toBeLessThan(TOLERANCE);
    expect(Math.max(...onnx)).toBeLessThan(0.999); // not saturated, so that a fault would show
  });

  test.skipIf(onnxruntime === undefined)('runs in onnxruntime, for any number of images', () => {
    const run = createRunner(onnxruntime!, toOnnx(definition, CARD), {
      outputs: ['probabilities'],
      threads: 1,
    });
    const { onnx } = exportsFixture()[name]!; // the script writes each model
    for (const count of [1, COUNT]) {
      const part = IMAGES.subarray(0, (IMAGES.length / COUNT) * count);
      const { probabilities } = run({ images: byteImages(part, definition.input) });
      expect(probabilities!.dims).toEqual([count, CARD.classes.length]);
      expect(distance(probabilities!.data, onnx.slice(0, count * 5))).toBeLessThan(TOLERANCE);
    }
  });

  test('has operators of ONNX alone', () => {
    const file = Buffer.from(toOnnx(definition, CARD));
    expect(file.includes('com.microsoft')).toBe(false);
    expect(file.includes('sprout.kernels')).toBe(false);
  });
});

test('the file states its classes, its recipe and its input', () => {
  const file = Buffer.from(toOnnx(MODELS['logistic']!, CARD));
  for (const text of [
    JSON.stringify(CARD.classes),
    '[{"op":"resize","height":32,"width":32}]',
    '"channelOrder":"bgr"',
    'images: bytes [batch, 32, 32, 3], RGB, 0 to 255, prepared by the recipe',
  ])
    expect(file.includes(text), text).toBe(true);
});

test('a model without probabilities is refused', () => {
  const { weights, ...outline } = MODELS['small-cnn']!;
  const base = { ...truncateAt(outline, 'average'), weights };
  expect(() => toOnnx(base, CARD)).toThrow('softmax');
});

test('a model of tags is written with its sigmoids and its thresholds', () => {
  const shape = { height: 4, width: 4, classes: 2, seed: 0 };
  const card = { classes: ['haze', 'road'], recipe: [], recipeHash: '', versions: {} };
  const tags = createDefinition('logistic', { ...shape, activation: 'sigmoid' });
  const bytes = toOnnx(tags, { ...card, thresholds: [0.25, 0.5] });
  const text = Buffer.from(bytes).toString('latin1');
  expect(text).toContain('Sigmoid');
  expect(text).toContain('[0.25,0.5]');
  expect(() => toOnnx(tags, card)).toThrow('must end in a softmax');
});
