import {
  type Batch,
  isSproutError,
  rngAt,
  type TrainEvent,
  type TrainingPosition,
} from '@sprout/core';
import { expect, test } from 'vitest';
import { fitWithRests, timeless } from '../../test/fit-with-rests.ts';
import { openTfjsTrainer } from '../engine/tfjs/open-tfjs-trainer.ts';
import type { Trainer } from '../engine/contract/trainer.ts';
import { createDefinition } from '../zoo/create-definition.ts';
import { scheduleSchema } from '../schedule/schedule.ts';
import { fit } from './fit.ts';
import { mixedBatches } from '../mix/mixed-batches.ts';
import { mixSchema } from '../mix/mix-spec.ts';
import type { FitOptions } from './fit-options.ts';
import type { ModelBatch } from './model-batch.ts';

const SIDE = 4;
const STEPS = 3;

function openTestTrainer(): Promise<Trainer> {
  const definition = createDefinition('logistic', {
    height: SIDE,
    width: SIDE,
    classes: 2,
    seed: 0,
  });
  return openTfjsTrainer(definition, { optimiser: { name: 'adam' }, seed: 0, threads: 1 }, 'cpu');
}

async function* batches(epoch: number, firstStep: number): AsyncGenerator<Batch, void, undefined> {
  for (let step = firstStep; step < STEPS; step++) {
    const rng = rngAt(1, ['batch', epoch, step]);
    const labels = Int32Array.of(0, 1, 0, 1);
    const images = new Uint8Array(4 * SIDE * SIDE * 3).map((_, at) =>
      Math.min(255, rng.integer(150) + 100 * labels[Math.floor(at / (SIDE * SIDE * 3))]!),
    );
    const ids = ['a', 'b', 'c', 'd'];
    yield { images, count: 4, height: SIDE, width: SIDE, channels: 3, labels, ids, step };
  }
}

const options: FitOptions = {
  training: batches,
  validation: () => batches(99, 0),
  classes: 2,
  stepsPerEpoch: STEPS,
  epochs: 3,
  learningRate: 0.01,
  schedule: scheduleSchema.parse({ name: 'cosine', warmUpEpochs: 1 }),
};

test('a run yields an event for each step, each epoch and its end, and the loss falls', async () => {
  await using trainer = await openTestTrainer();
  const events: TrainEvent[] = [];
  for await (const event of fit(trainer, options)) events.push(event);
  expect(events.map(({ type }) => type)).toEqual([
    ...Array.from({ length: 3 }, () => ['step', 'step', 'step', 'epoch']).flat(),
    'stop',
  ]);
  expect(events.at(-1)).toEqual({ type: 'stop', reason: 'completed' });
  const epochs = events.flatMap((event) => (event.type === 'epoch' ? [event.metrics] : []));
  expect(epochs.map(({ epoch, step }) => [epoch, step])).toEqual([
    [1, 3],
    [2, 6],
    [3, 9],
  ]);
  expect(epochs[2]!.loss).toBeLessThan(epochs[0]!.loss);
});

test('a run that continues from any position, also the end of an epoch, yields the same events as without a break', async () => {
  await using trainer = await openTestTrainer();
  const { events, rests } = await fitWithRests(trainer, options);
  for (const { position, state, at } of rests) {
    await using resumed = await openTestTrainer();
    await resumed.restore(state);
    const rest: TrainEvent[] = [];
    const from = JSON.parse(JSON.stringify(position)) as TrainingPosition;
    for await (const event of fit(resumed, { ...options, from })) rest.push(event);
    expect(rest.map(timeless), `after event ${at}`).toEqual(events.slice(at).map(timeless));
  }
});

test('a run on mixed images that continues from any position yields the same events', async () => {
  const mix = mixSchema.parse({ mixUp: { alpha: 1 }, cutMix: {}, probability: 0.8 });
  const training = (epoch: number, firstStep: number) =>
    mixedBatches(batches(epoch, firstStep), { mix, seed: 1, epoch });
  const mixed = { ...options, training, epochs: 2 };
  await using trainer = await openTestTrainer();
  const { events, rests } = await fitWithRests(trainer, mixed);
  for (const { position, state, at } of rests) {
    await using resumed = await openTestTrainer();
    await resumed.restore(state);
    const rest: TrainEvent[] = [];
    for await (const event of fit(resumed, { ...mixed, from: position })) rest.push(event);
    expect(rest.map(timeless), `after event ${at}`).toEqual(events.slice(at).map(timeless));
  }
});

test('the loss of a step on mixed images is the mean of the losses of both labels', async () => {
  const lossOf = async (own: Partial<ModelBatch>): Promise<number> => {
    await using trainer = await openTestTrainer();
    const training = async function* () {
      for await (const batch of batches(0, STEPS - 1)) yield { ...batch, ...own };
    };
    const once = { ...options, training, epochs: 1, stepsPerEpoch: 1, learningRate: 1e-9 };
    for await (const event of fit(trainer, once)) if (event.type === 'step') return event.loss;
    throw new Error('no step');
  };
  const before = Int32Array.of(1, 0, 1, 0); // of the image before each one
  const [own, other] = [await lossOf({}), await lossOf({ labels: before })];
  expect(await lossOf({ ownShare: 0.7 })).toBeCloseTo(0.7 * own + 0.3 * other, 5);
});

test('a run that goes on to more epochs has the rates of a run that was planned with them', async () => {
  await using trainer = await openTestTrainer();
  const ratesOf = async (own: Partial<FitOptions>): Promise<number[]> => {
    const rates: number[] = [];
    for await (const event of fit(trainer, { ...options, ...own }))
      if (event.type === 'step') rates.push(event.learningRate);
    return rates;
  };
  const from = { epoch: 3, done: 0, sums: { loss: 0, correct: 0, count: 0 }, history: [] };
  const whole = await ratesOf({ epochs: 5 });
  expect(await ratesOf({ epochs: 5, from })).toEqual(whole.slice(3 * STEPS));
});

test('the patience of early stopping counts from the epoch that is given', async () => {
  await using trainer = await openTestTrainer();
  const earlyStopping = { patience: 2, minDelta: 1000 };
  const events: TrainEvent[] = [];
  for await (const event of fit(trainer, { ...options, epochs: 9, earlyStopping }))
    events.push(event);
  const stop = { type: 'stop', reason: 'early-stopping' };
  expect(events.at(-1)).toEqual(stop);
  const { position } = events.findLast((event) => event.type === 'epoch')!;
  expect(position.epoch).toBe(3);
  const rest: TrainEvent[] = [];
  const own = { ...options, epochs: 9, earlyStopping, from: position, patienceFrom: 3 };
  for await (const event of fit(trainer, own)) rest.push(event);
  expect(rest.filter(({ type }) => type === 'epoch')).toHaveLength(2);
  expect(rest.at(-1)).toEqual(stop);
});

test('a loss that is not finite ends the run with its epoch and step', async () => {
  await using trainer = await openTestTrainer();
  const schedule = scheduleSchema.parse({ name: 'constant' });
  const run = async (): Promise<void> => {
    for await (const _ of fit(trainer, { ...options, schedule, learningRate: Number.MAX_VALUE }));
  };
  const error: unknown = await run().catch((thrown: unknown) => thrown);
  expect(isSproutError(error, 'training-diverged')).toBe(true);
  expect(String(error)).toContain('epoch 1, step 2');
});

test('a validation loss that is not finite ends the run, when the last step has spoiled the weights', async () => {
  await using trainer = await openTestTrainer();
  const schedule = scheduleSchema.parse({ name: 'constant' });
  const once = {
    ...options,
    schedule,
    learningRate: Number.MAX_VALUE,
    epochs: 1,
    stepsPerEpoch: 1,
  };
  const training = async function* (epoch: number, firstStep: number) {
    for await (const batch of batches(epoch, firstStep)) if (batch.step === 0) yield batch;
  };
  const run = async (): Promise<void> => {
    for await (const _ of fit(trainer, { ...once, training }));
  };
  const error: unknown = await run().catch((thrown: unknown) => thrown);
  expect(isSproutError(error, 'training-diverged')).toBe(true);
  expect(String(error)).toContain('epoch 1, step 1');
});

test('options out of range are named', async () => {
  await using trainer = await openTestTrainer();
  const wrong: [Partial<FitOptions>, string][] = [
    [{ stepsPerEpoch: 0 }, 'stepsPerEpoch'],
    [{ epochs: NaN }, 'epochs'],
    [{ patienceFrom: 0.5 }, 'patienceFrom'],
    [{ learningRate: -1 }, 'learningRate'],
    [{ labelSmoothing: 2 }, 'labelSmoothing'],
    [{ classWeights: [2] }, 'classWeights'],
    [{ training: (epoch) => batches(epoch, 1) }, 'training'],
    [{ training: (epoch) => batches(epoch, STEPS) }, 'training'],
    [{ validation: () => withLabel(9) }, 'a label'],
  ];
  for (const [part, option] of wrong) {
    const run = async (): Promise<void> => {
      for await (const _ of fit(trainer, { ...options, epochs: 1, ...part }));
    };
    await expect(run(), option).rejects.toMatchObject({
      code: 'option-invalid',
      context: { option },
    });
  }
});

/** A batch in which every image has the given label. */
async function* withLabel(label: number): AsyncGenerator<Batch, void, undefined> {
  for await (const batch of batches(0, STEPS - 1))
    yield { ...batch, labels: batch.labels.map(() => label) };
}
