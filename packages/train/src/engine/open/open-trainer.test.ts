import { getBackend } from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { layers, regularizers, sequential } from '@tensorflow/tfjs-layers';
import { toDefinition } from '../../model/tfjs/to-definition.ts';
import { createDefinition } from '../../zoo/create-definition.ts';
import { PHOTOGRAPHS } from '../../zoo/normalisation.ts';
import { chooseEngine } from './choose-engine.ts';
import { enginesHere } from './engines-here.ts';
import { openTrainer } from './open-trainer.ts';

const definition = createDefinition('logistic', { height: 4, width: 4, classes: 2, seed: 0 });
const options = { optimiser: { name: 'sgd' }, seed: 0, threads: 1 } as const;

describe('enginesHere', () => {
  test('reports every engine, fastest first, with its version or the reason why it is not available', async () => {
    const before = getBackend();
    const reports = await enginesHere();
    expect(reports.map(({ name }) => name)).toEqual(['tensorflow', 'onnx', 'wasm', 'cpu']);
    for (const { available, version, detail, reason } of reports) {
      const said = [version, detail, reason].map((text) => typeof text);
      expect(said).toEqual(
        available ? ['string', 'string', 'undefined'] : ['undefined', 'undefined', 'string'],
      );
    }
    expect(reports.at(-1)).toMatchObject({ available: true, version: '4.22.0' });
    expect(getBackend()).toBe(before);
  }, 60_000);
});

describe('openTrainer', () => {
  test('opens the engine asked for', async () => {
    for (const engine of ['cpu', 'wasm'] as const) {
      await using trainer = await openTrainer(definition, { ...options, engine });
      expect([trainer.engine, trainer.note]).toEqual([engine, undefined]);
    }
  }, 60_000);

  test('predicts with a model that has a regulariser, also in a nested model, but refuses to train it', async () => {
    const penalty = { kernelRegularizer: regularizers.l2() };
    const top = (more: object = {}) => layers.dense({ units: 2, activation: 'softmax', ...more });
    const images = new Uint8Array(48);
    const input = { images, count: 1, targets: Float32Array.of(1, 0), weights: Float32Array.of(1) };
    const flat = () => layers.flatten({ inputShape: [4, 4, 3] });
    const inner = sequential({ layers: [flat(), layers.dense({ units: 3, ...penalty })] });
    for (const model of [
      sequential({ layers: [flat(), top(penalty)] }),
      sequential({ layers: [inner, top()] }),
    ]) {
      const refused = toDefinition(model, { normalisation: PHOTOGRAPHS });
      for (const engine of ['auto', 'cpu'] as const) {
        await using opened = await openTrainer(refused, { ...options, engine });
        expect(await opened.predict(images, 1)).toHaveLength(2);
        const step = opened.trainStep({ ...input, learningRate: 0.1, step: 0 });
        await expect(step).rejects.toThrow('kernel_regularizer is not applied in training');
      }
    }
  }, 60_000);

  test('falls back to wasm for a model that onnx cannot train, with a note', async ({ skip }) => {
    const reports = await enginesHere();
    const { engine: first } = chooseEngine('auto', reports);
    skip(first !== 'onnx', `needs onnxruntime-node; auto is ${first} here`);
    const model = sequential({
      layers: [
        layers.permute({ inputShape: [4, 4, 3], dims: [2, 1, 3] }),
        layers.flatten(),
        layers.dense({ units: 2, activation: 'softmax' }),
      ],
    });
    const permuted = toDefinition(model, { normalisation: PHOTOGRAPHS });
    model.dispose();
    await using trainer = await openTrainer(permuted, { ...options, engine: 'auto' });
    expect(trainer.engine).toBe('wasm');
    expect(trainer.note).toMatch(
      /^onnx cannot train this model .*Permute.*; wasm trains it, slower$/,
    );
  }, 60_000);
});
