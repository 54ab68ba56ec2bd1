import { getActiveResourcesInfo } from 'node:process';
import { expect, test } from 'vitest';
import { createDefinition } from '../../zoo/create-definition.ts';
import { openOnnxTrainer } from '../onnx/open-onnx-trainer.ts';
import { detectEngines } from './detect-engines.ts';
import type { Opened } from '../contract/opened.ts';
import type { Trainer } from '../contract/trainer.ts';
import {
  openEngineThread,
  openGradientSourceThread,
  openPredictorThread,
} from './engine-thread.ts';

const shape = { height: 16, width: 16, channels: 3, classes: 2 };
const images = Uint8Array.from({ length: 2 * 16 * 16 * 3 }, (_, at) => (at * 7) % 256);
const optimiser = { name: 'sgd' } as const;

function open(seed: number, engine: 'auto' | 'cpu' = 'auto'): Promise<Opened<Trainer>> {
  const definition = createDefinition('logistic', { ...shape, seed });
  return openEngineThread(definition, { engine, optimiser, seed, threads: 1 });
}

async function probabilities(trainer: Opened<Trainer>): Promise<number[]> {
  return [...(await trainer.predict(images, 2))];
}

test('one trainer after the other gets the same engine, and computes the same', async () => {
  const results: unknown[] = [];
  for (let round = 0; round < 3; round++) {
    await using trainer = await open(1);
    results.push([trainer.engine, trainer.version, await probabilities(trainer)]);
  }
  expect(results[1]).toEqual(results[0]);
  expect(results[2]).toEqual(results[0]);
});

test('trainers that are open at the same time have their own weights and engines', async () => {
  await using first = await open(1);
  const alone = await probabilities(first);
  await using second = await open(2, 'cpu');
  expect(second.engine).toBe('cpu');
  expect(await probabilities(first)).toEqual(alone);
  expect(await probabilities(second)).not.toEqual(alone);
  const step = {
    images,
    count: 2,
    targets: Float32Array.of(1, 0, 0, 1),
    learningRate: 0.1,
    step: 0,
  };
  await second.trainStep({ ...step, weights: Float32Array.of(1, 1) });
  expect(await probabilities(first)).toEqual(alone);
});

test('a closed trainer cannot be used, and the others can', async () => {
  const closed = await open(1);
  await using other = await open(1);
  await closed[Symbol.asyncDispose]();
  await expect(closed.predict(images, 2)).rejects.toThrow('used after it was closed');
  expect(await probabilities(other)).toHaveLength(4);
});

test('a trainer that is closed twice releases the thread once', async () => {
  const ports = () => getActiveResourcesInfo().filter((resource) => resource === 'MessagePort');
  await using _other = await open(1);
  const closed = await open(1);
  expect(ports()).toHaveLength(1);
  await closed[Symbol.asyncDispose]();
  await closed[Symbol.asyncDispose]();
  expect(ports()).toHaveLength(1);
});

test('the thread and the calling thread can have onnxruntime at the same time', async ({
  skip,
}) => {
  const engines = await detectEngines();
  skip(
    !engines.some(({ name, available }) => name === 'onnx' && available),
    'needs onnxruntime-node',
  );
  const definition = createDefinition('logistic', { ...shape, seed: 1 });
  await using here = await openOnnxTrainer(definition, { optimiser, seed: 1, threads: 1 });
  await using trainer = await open(1);
  expect(trainer.engine).toBe('onnx');
  expect(await probabilities(trainer)).toEqual([...(await here.predict(images, 2))]);
});

test('errors keep their code', async () => {
  await using trainer = await open(1);
  await expect(trainer.predict(images, 3)).rejects.toMatchObject({ code: 'shape-mismatch' });
});

test('predictors and gradient sources share the thread, and their errors keep their code', async () => {
  const definition = createDefinition('logistic', { ...shape, seed: 1 });
  await using trainer = await open(1);
  await using predictor = await openPredictorThread(definition, { threads: 1 });
  await using source = await openGradientSourceThread(definition, { threads: 1 });
  expect(predictor.engine).toBe(trainer.engine);
  expect(await predictor.predict(images, 2)).toEqual(await trainer.predict(images, 2));
  const outputs = await predictor.outputs(images, 2, ['classes']);
  expect(outputs.get('classes')!.shape).toEqual([2, 2]);
  expect(await trainer.outputs(images, 2, ['classes'])).toEqual(outputs);
  await expect(predictor.outputs(images, 2, ['class'])).rejects.toMatchObject({
    code: 'name-unknown',
  });
  const objective = [{ layer: 'classes', measure: 'channel', channel: 1 }] as const;
  const { values, gradient } = await source.gradient(images, { count: 2, objective });
  expect(source.imageShape).toEqual([16, 16, 3]);
  expect(gradient).toHaveLength(images.length);
  const { data } = outputs.get('classes')!;
  expect(values[1]).toBeCloseTo(data[3]!, 5);
  const wrong = { count: 2, objective: [{ ...objective[0], channel: 2 }] };
  await expect(source.gradient(images, wrong)).rejects.toMatchObject({ code: 'option-invalid' });
  await source[Symbol.asyncDispose]();
  await expect(source.gradient(images, { count: 2, objective })).rejects.toThrow(
    'after it was closed',
  );
});
