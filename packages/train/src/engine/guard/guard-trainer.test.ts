import { describe, expect, test } from 'vitest';
import { createDefinition } from '../../zoo/create-definition.ts';
import { onnxruntime } from '../../../test/onnxruntime-here.ts';
import { openOnnxTrainer } from '../onnx/open-onnx-trainer.ts';
import type { TrainerOptions } from '../contract/trainer-options.ts';
import { openTfjsTrainer } from '../tfjs/open-tfjs-trainer.ts';
import type { StepInput, Trainer } from '../contract/trainer.ts';

const SIDE = 4;
const definition = createDefinition('logistic', { height: SIDE, width: SIDE, classes: 2, seed: 0 });
const images = new Uint8Array(2 * SIDE * SIDE * 3).fill(90);
const step: StepInput = {
  images,
  count: 2,
  targets: Float32Array.of(1, 0, 0, 1),
  weights: Float32Array.of(1, 1),
  learningRate: 0.1,
  step: 0,
};

const OPTIONS = ['count', 'learningRate', 'step'];

type Open = (options?: TrainerOptions) => Promise<Trainer>;

const onnx: [string, Open][] =
  onnxruntime === undefined ? [] : [['onnx', (options) => openOnnxTrainer(definition, options)]];

describe.each<[string, Open]>([
  ...onnx,
  ['cpu', (options = {}) => openTfjsTrainer(definition, options, 'cpu')],
])('a trainer on %s', (engine, open) => {
  test('needs no options for predictions', async () => {
    await using trainer = await open();
    expect(trainer.engine).toBe(engine);
    const [one = 0, other = 0] = await trainer.predict(images, 2);
    expect(one + other).toBeCloseTo(1, 5);
  });

  test('refuses inputs of another type or shape, and keeps its state', async () => {
    await using trainer = await open({ optimiser: { name: 'sgd' } });
    const before = await trainer.state();
    const wrong: Partial<Record<keyof StepInput, unknown>>[] = [
      { images: Float32Array.from(images, (value) => value / 255) },
      { images: images.subarray(1) },
      { count: 0 },
      { targets: Float32Array.of(1, 0) },
      { weights: [1, 1] },
      { learningRate: NaN },
      { learningRate: Infinity },
      { learningRate: -0.1 },
      { step: NaN },
      { step: -1 },
    ];
    for (const part of wrong) {
      const refused = trainer.trainStep({ ...step, ...part } as StepInput);
      await expect(refused, Object.keys(part).join()).rejects.toMatchObject({
        code: OPTIONS.some((option) => option in part) ? 'option-invalid' : 'shape-mismatch',
      });
    }
    await expect(trainer.predict(images, 3)).rejects.toMatchObject({ code: 'shape-mismatch' });
    expect(await trainer.state()).toEqual(before);
  });

  test('throws after it was disposed of, and can be disposed of twice', async () => {
    const trainer = await open();
    const state = await trainer.state();
    await trainer[Symbol.asyncDispose]();
    await trainer[Symbol.asyncDispose]();
    const uses = [
      trainer.trainStep(step),
      trainer.predict(images, 2),
      trainer.state(),
      trainer.restore(state),
    ];
    for (const use of uses) await expect(use).rejects.toThrow('used after it was closed');
  });

  test('refuses the state of another optimiser', async () => {
    await using adam = await open({ optimiser: { name: 'adam' } });
    await adam.trainStep(step);
    await using sgd = await open({ optimiser: { name: 'sgd', momentum: 0.9 } });
    await expect(sgd.restore(await adam.state())).rejects.toMatchObject({ code: 'weight-unknown' });
  });

  test('sets nothing of a state that does not fit', async () => {
    await using adam = await open({ optimiser: { name: 'adam' } });
    await adam.trainStep(step);
    const before = await adam.state();
    await adam.trainStep({ ...step, step: 1 });
    const after = await adam.state();
    const [slot, ...slots] = before.optimiser;
    const [weight, ...weights] = before.weights;
    const wrong = [
      { ...before, optimiser: [...slots, { ...slot!, shape: [1], data: new Float32Array(1) }] },
      { ...before, optimiser: [slot!, { ...slot!, name: 'other/m' }] },
      { ...before, weights: [...weights, { ...weight!, shape: [1], data: new Float32Array(1) }] },
    ];
    for (const state of wrong) {
      await expect(adam.restore(state)).rejects.toThrow(/must have the shape|not a weight/);
      expect(await adam.state()).toEqual(after);
    }
    await adam.restore(before);
    expect(await adam.state()).toEqual(before);
  });

  test('names an invalid option', async () => {
    await expect(open({ threads: 0 })).rejects.toMatchObject({ context: { option: 'threads' } });
    await expect(open({ seed: NaN })).rejects.toMatchObject({ context: { option: 'seed' } });
    const options = { optimiser: { name: 'adm' } } as unknown as TrainerOptions;
    await expect(open(options)).rejects.toMatchObject({ code: 'config-invalid' });
  });
});

test('a normalisation has one number for each channel, and no deviation of 0', async () => {
  for (const deviation of [[255, 255, 0], [255], [255, 255, NaN]]) {
    const normalisation = { mean: [0, 0, 0], deviation };
    const input = { ...definition.input, normalisation };
    await expect(openTfjsTrainer({ ...definition, input }, {}, 'cpu')).rejects.toMatchObject({
      context: { option: 'normalisation' },
    });
  }
});
