import { type Batch, rngAt, type TrainEvent } from '@sprout/core';
import { expect, test } from 'vitest';
import { fitWithRests, timeless } from '../../test/fit-with-rests.ts';
import { drawnImages, NET_SHAPE, smallNet } from '../../test/small-net.ts';
import type { StepInput, Trainer } from '../engine/contract/trainer.ts';
import { openTrainer } from '../engine/open/open-trainer.ts';
import type { FitOptions } from './fit-options.ts';
import { fit } from './fit.ts';

const STEPS = 2;
const COUNT = 4;
const [HEIGHT, WIDTH, CHANNELS] = NET_SHAPE;
const LAYERS = ['conv', 'norm', 'depthwise', 'last', 'classes'];

/** The head, and then all layers, the first of them at half the rate. */
function openTestTrainer(): Promise<Trainer> {
  const all = new Map(LAYERS.map((name) => [name, name === 'conv' ? 0.5 : 1]));
  const stages = [new Map([['classes', 1]]), all];
  return openTrainer(smallNet(), { engine: 'cpu', stages, threads: 1 });
}

async function* batches(epoch: number, firstStep: number): AsyncGenerator<Batch, void, undefined> {
  for (let step = firstStep; step < STEPS; step++) {
    const rng = rngAt(1, ['labels', epoch, step]);
    const labels = Int32Array.from({ length: COUNT }, () => rng.integer(3));
    const size = { height: HEIGHT, width: WIDTH, channels: CHANNELS };
    yield {
      images: drawnImages(COUNT),
      count: COUNT,
      ...size,
      labels,
      ids: ['a', 'b', 'c', 'd'],
      step,
    };
  }
}

const options: FitOptions = {
  training: batches,
  validation: () => batches(99, 0),
  classes: 3,
  stepsPerEpoch: STEPS,
  epochs: 4,
  learningRate: 1,
  stages: [
    { epochs: 2, learningRate: 0.01 },
    { epochs: 2, learningRate: 0.002, schedule: { name: 'cosine', warmUpEpochs: 0.5 } },
  ],
};

async function eventsOf(trainer: Trainer, more: Partial<FitOptions> = {}): Promise<TrainEvent[]> {
  const events: TrainEvent[] = [];
  for await (const event of fit(trainer, { ...options, ...more })) events.push(event);
  return events;
}

/** The rate of each step. */
const ratesOf = (events: readonly TrainEvent[]): number[] =>
  events.flatMap((event) => (event.type === 'step' ? event.learningRate : []));

/** The stage of each epoch. */
const stagesOf = (events: readonly TrainEvent[]): unknown[] =>
  events.flatMap((event) => (event.type === 'epoch' ? [event.metrics.stage] : []));

test('each stage has its own rates, and the steps of both are counted on', async () => {
  await using trainer = await openTestTrainer();
  const inputs: StepInput[] = [];
  const spy: Trainer = {
    ...trainer,
    trainStep: (input) => {
      inputs.push(input);
      return trainer.trainStep(input);
    },
  };
  const events = await eventsOf(spy);
  const epoch = ['step', 'step', 'epoch'];
  const stage = ['stage', ...epoch, ...epoch];
  expect(events.map(({ type }) => type)).toEqual([...stage, ...stage, 'stop']);
  expect(stagesOf(events)).toEqual([1, 1, 2, 2]);
  const cosine = [0.002, 0.0015, 0.0005].map((rate) => expect.closeTo(rate, 9) as number);
  expect(ratesOf(events)).toEqual([0.01, 0.01, 0.01, 0.01, 0.001, ...cosine]);
  expect(inputs.map(({ step, stage: own }) => [step, own?.number, own?.step])).toEqual([
    [0, 0, 0],
    [1, 0, 1],
    [2, 0, 2],
    [3, 0, 3],
    [4, 1, 0],
    [5, 1, 1],
    [6, 1, 2],
    [7, 1, 3],
  ]);
});

test('a training that continues from any position, also between two stages, yields the same events and weights', async () => {
  await using trainer = await openTestTrainer();
  const { events, rests } = await fitWithRests(trainer, options);
  const end = await trainer.state();
  for (const { position, state, at } of rests) {
    await using resumed = await openTestTrainer();
    await resumed.restore(state);
    const rest = await eventsOf(resumed, { from: position });
    expect(rest.map(timeless), `after event ${at}`).toEqual(events.slice(at).map(timeless));
    expect(await resumed.state()).toEqual(end);
  }
});

test('early stopping ends a stage, whose epochs the last stage gets, and then the training', async () => {
  await using trainer = await openTestTrainer();
  const earlyStopping = { patience: 1, minDelta: 1e9 }; // no epoch improves that much
  const stopped = await eventsOf(trainer, { epochs: 6, earlyStopping });
  expect(stagesOf(stopped)).toEqual([1, 1, 2, 2]);
  expect(stopped.at(-1)).toEqual({ type: 'stop', reason: 'early-stopping' });
  const { position } = stopped.findLast((event) => event.type === 'epoch')!; // it has four
  const extended = { epochs: 6, earlyStopping, from: position, patienceFrom: 4 };
  expect(stagesOf(await eventsOf(trainer, extended))).toEqual([2]);
});
