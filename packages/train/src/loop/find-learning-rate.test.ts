import { type Batch, rngAt } from '@sprout/core';
import { expect, test } from 'vitest';
import type { Trainer } from '../engine/contract/trainer.ts';
import { openTfjsTrainer } from '../engine/tfjs/open-tfjs-trainer.ts';
import { createDefinition } from '../zoo/create-definition.ts';
import { findLearningRate, type FindLearningRateOptions } from './find-learning-rate.ts';
import type { ModelBatch } from './model-batch.ts';

const SIDE = 4;

function openTestTrainer(): Promise<Trainer> {
  const shape = { height: SIDE, width: SIDE, classes: 2, seed: 0 };
  const definition = createDefinition('logistic', shape);
  return openTfjsTrainer(definition, { optimiser: { name: 'sgd' }, seed: 0, threads: 1 }, 'cpu');
}

/** Two batches an epoch, of bright and dark images; with `contrast` 0, of images that do not depend on the label. */
async function* batches(epoch: number, contrast = 100): AsyncGenerator<Batch, void, undefined> {
  for (let step = 0; step < 2; step++) {
    const rng = rngAt(1, ['batch', epoch, step]);
    const labels = Int32Array.of(0, 1, 0, 1);
    const images = new Uint8Array(4 * SIDE * SIDE * 3).map(
      (_, at) => rng.integer(150) + contrast * labels[Math.floor(at / (SIDE * SIDE * 3))]!,
    );
    const ids = ['a', 'b', 'c', 'd'];
    yield { images, count: 4, height: SIDE, width: SIDE, channels: 3, labels, ids, step };
  }
}

const options: FindLearningRateOptions = {
  training: (epoch) => batches(epoch),
  classes: 2,
  from: 1e-4,
  to: 100,
  steps: 60,
};

test('the rate rises exponentially, and the suggestion is a tenth of that with the smallest loss', async () => {
  await using trainer = await openTestTrainer();
  const { steps, suggestion } = await findLearningRate(trainer, options);
  expect(steps[0]!.rate).toBe(1e-4);
  expect(steps[1]!.rate / steps[0]!.rate).toBeCloseTo(1e6 ** (1 / 59), 9);
  expect(steps[0]!.smoothed).toBeCloseTo(steps[0]!.loss, 12);
  const least = Math.min(...steps.map(({ smoothed }) => smoothed));
  const best = steps.find(({ smoothed }) => smoothed === least)!;
  expect(suggestion).toBe(best.rate / 10);
  expect(suggestion).toBeGreaterThan(1e-4); // it falls before it rises
  expect(least).toBeLessThan(steps[0]!.loss * 0.8);
});

test('a sweep ends where the loss is four times its smallest value', async () => {
  await using trainer = await openTestTrainer();
  const { steps } = await findLearningRate(trainer, {
    ...options,
    training: (epoch) => batches(epoch, 0),
    to: 1e6,
  });
  expect(steps.length).toBeLessThan(60);
  const least = Math.min(...steps.map(({ smoothed }) => smoothed));
  for (const { smoothed } of steps.slice(0, -1)) expect(smoothed).toBeLessThanOrEqual(4 * least);
});

test('the first loss on mixed images is the mean of the losses of both labels', async () => {
  await using trainer = await openTestTrainer();
  const firstLoss = async (own: Partial<ModelBatch>): Promise<number> => {
    const training = async function* (epoch: number) {
      for await (const batch of batches(epoch)) yield { ...batch, ...own };
    };
    return (await findLearningRate(trainer, { ...options, training, steps: 2 })).steps[0]!.loss;
  };
  const before = Int32Array.of(1, 0, 1, 0); // the label of the image before each one
  const [own, other] = [await firstLoss({}), await firstLoss({ labels: before })];
  expect(await firstLoss({ ownShare: 0.7 })).toBeCloseTo(0.7 * own + 0.3 * other, 5);
});

test('a first loss that is not finite is an error, and the trainer is restored', async () => {
  await using trainer = await openTestTrainer();
  const before = await trainer.state();
  const classWeights = [Infinity, 1];
  await expect(findLearningRate(trainer, { ...options, classWeights })).rejects.toMatchObject({
    code: 'training-diverged',
    context: { epoch: 1, step: 1 },
  });
  expect(await trainer.state()).toEqual(before);
});

test('the trainer has its former state, also after an interruption', async () => {
  await using trainer = await openTestTrainer();
  const before = await trainer.state();
  await findLearningRate(trainer, { ...options, steps: 5 });
  expect(await trainer.state()).toEqual(before);
  const abort = new AbortController();
  const onStep = (done: number): void => {
    if (done === 3) abort.abort(new Error('enough'));
  };
  const own = { ...options, onStep, signal: abort.signal };
  await expect(findLearningRate(trainer, own)).rejects.toThrow('enough');
  expect(await trainer.state()).toEqual(before);
});

test('rates that do not rise, and epochs without batches, are errors', async () => {
  await using trainer = await openTestTrainer();
  await expect(findLearningRate(trainer, { ...options, from: 1, to: 1 })).rejects.toThrow(
    /the first one below the second/,
  );
  await expect(findLearningRate(trainer, { ...options, steps: 1 })).rejects.toThrow(/steps/);
  const training = async function* () {} as FindLearningRateOptions['training'];
  await expect(findLearningRate(trainer, { ...options, training })).rejects.toThrow(/training/);
});
